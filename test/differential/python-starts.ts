import type { StartCase } from './start-case.js';

const echo = 'def handler(event, context):\n    return event\n';

/** What depends on how a Python function is loaded, and on its events: each runs in processes of its own. */
export const pythonStarts: readonly StartCase[] = [
  { title: 'a module', files: { 'index.py': echo } },
  { title: 'a module in a package', handler: 'pkg/mod.handler', files: { 'pkg/__init__.py': '', 'pkg/mod.py': echo } },
  { title: 'a module in a folder', handler: 'pkg/in/mod.handler', files: { 'pkg/in/mod.py': echo } },
  { title: 'a module by dots', handler: 'pkg.in.mod.handler', files: { 'pkg/in/mod.py': echo } },
  { title: 'a module with a hyphen', handler: 'a-b.handler', files: { 'a-b.py': echo } },
  { title: 'a package that is the module', handler: 'pkg.handler', files: { 'pkg/__init__.py': echo } },
  { title: 'a relative path', handler: './index.handler', files: { 'index.py': echo } },
  { title: 'a path upwards', handler: '../index.handler', files: { 'index.py': echo } },
  { title: 'a handler without a dot', handler: 'index', files: { 'index.py': echo } },
  { title: 'a handler that ends in a dot', handler: 'index.', files: { 'index.py': echo } },
  { title: 'a handler that starts with a dot', handler: '.handler', files: { 'index.py': echo } },
  { title: 'a built-in module', handler: 'sys.exit', files: { 'index.py': echo } },
  { title: 'a module of the standard library', handler: 'json.dumps', files: { 'index.py': echo } },
  {
    title: 'a nested attribute',
    handler: 'index.Handlers.run',
    files: { 'index.py': `class Handlers:\n    run = None\n` },
  },
  { title: 'a missing module', handler: 'none.handler', files: { 'index.py': echo } },
  { title: 'a missing module in a folder', handler: 'pkg/none.handler', files: { 'pkg/mod.py': echo } },
  { title: 'a missing function', handler: 'index.none', files: { 'index.py': echo } },
  { title: 'a function that is None', files: { 'index.py': 'handler = None\n' } },
  { title: 'a function that is a number', files: { 'index.py': 'handler = 5\n' } },
  { title: 'a missing dependency', files: { 'index.py': 'import not_there\n' } },
  { title: 'a missing name of a dependency', files: { 'index.py': 'from os import not_there\n' } },
  {
    title: 'a missing dependency of a module that is imported',
    files: { 'index.py': 'import other\n', 'other.py': 'import not_there\n' },
  },
  {
    title: 'a circular import',
    files: { 'index.py': 'import other\nvalue = 1\n', 'other.py': 'from index import value\n' },
  },
  { title: 'an ImportError that is raised', files: { 'index.py': 'raise ImportError("mine")\n' } },
  { title: 'a syntax error', files: { 'index.py': 'def handler(event, context)\n    return event\n' } },
  { title: 'a wrong indentation', files: { 'index.py': 'def handler(event, context):\nreturn event\n' } },
  { title: 'tabs and spaces', files: { 'index.py': 'if True:\n        a = 1\n\tb = 2\n' } },
  { title: 'an unclosed string', files: { 'index.py': 'a = "open\n' } },
  { title: 'an unclosed bracket', files: { 'index.py': 'a = (1,\n' } },
  {
    title: 'a syntax error in a module that is imported',
    files: { 'index.py': 'import other\n', 'other.py': 'def\n' },
  },
  { title: 'a source that is no UTF-8', files: { 'index.py': '# coding: nothing\n' } },
  {
    title: 'an exception at import',
    files: { 'index.py': 'def fail():\n    raise ValueError("at import")\n\n\nfail()\n' },
  },
  { title: 'a KeyError at import', files: { 'index.py': 'import os\nTABLE = os.environ["TABLE"]\n' } },
  { title: 'an exception with characters beyond ASCII at import', files: { 'index.py': 'raise ValueError("é 漢")\n' } },
  {
    title: 'an exception of its own at import',
    files: { 'index.py': 'class Refused(Exception):\n    pass\n\n\nraise Refused("no")\n' },
  },
  {
    title: 'an exception at import, logs in JSON',
    environment: { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'INFO' },
    files: { 'index.py': 'raise ValueError("at import")\n' },
  },
  {
    title: 'an exception at import, logs of errors alone',
    environment: { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'ERROR' },
    files: { 'index.py': 'import logging\nlogging.warning("w")\nraise ValueError("at import")\n' },
  },
  { title: 'sys.exit at import', files: { 'index.py': 'import sys\nsys.exit(5)\n' } },
  { title: 'sys.exit without a number at import', files: { 'index.py': 'import sys\nsys.exit()\n' } },
  { title: 'os._exit at import', files: { 'index.py': 'import os\nos._exit(6)\n' } },
  {
    title: 'a log line at import',
    files: {
      'index.py': `import logging\nprint("printed")\nlogging.warning("warned")\nlogging.info("hidden")\n${echo}`,
    },
  },
  {
    title: 'state between invocations',
    files: {
      'index.py': 'counts = []\n\n\ndef handler(event, context):\n    counts.append(event)\n    return counts\n',
    },
    events: ['1', '2', '3'],
  },
  { title: 'an async function', files: { 'index.py': 'async def handler(event, context):\n    return event\n' } },
  { title: 'a generator function', files: { 'index.py': 'def handler(event, context):\n    yield event\n' } },
  {
    title: 'a class as a handler',
    files: { 'index.py': 'class handler:\n    def __init__(self, event, context):\n        pass\n' },
  },
  {
    title: 'an object that can be called',
    files: {
      'index.py':
        'class Callable:\n    def __call__(self, event, context):\n        return event\n\n\nhandler = Callable()\n',
    },
  },
  { title: 'a lambda', files: { 'index.py': 'handler = lambda event, context: event\n' } },
  {
    title: 'a partial',
    files: {
      'index.py':
        'from functools import partial\n\n\ndef work(a, event, context):\n    return [a, event]\n\n\nhandler = partial(work, 1)\n',
    },
  },
  {
    title: 'a decorated function',
    files: {
      'index.py': `import functools\n\n\ndef wrapped(function):\n    @functools.wraps(function)\n    def inner(*args):\n        return function(*args)\n\n    return inner\n\n\n@wrapped\ndef handler(event, context):\n    raise ValueError("inside")\n`,
    },
  },
  { title: 'a function without parameters', files: { 'index.py': 'def handler():\n    return 1\n' } },
  { title: 'a function with one parameter', files: { 'index.py': 'def handler(event):\n    return 1\n' } },
  {
    title: 'a function with three parameters',
    files: { 'index.py': 'def handler(event, context, more):\n    return 1\n' },
  },
  {
    title: 'a function with any parameters',
    files: { 'index.py': 'def handler(*args, **more):\n    return len(args), more\n' },
  },
  { title: 'an event that is not JSON', files: { 'index.py': echo }, events: ['{', '{"a":1}'] },
  { title: 'an empty event', files: { 'index.py': echo }, events: [''] },
  { title: 'an event of white space', files: { 'index.py': echo }, events: [' {"a" : 1 } \n'] },
  {
    title: 'an event with more behind it',
    files: { 'index.py': echo },
    events: ['{} x', '[1,]', '{"a":1,}', "{'a':1}", 'nul'],
  },
  { title: 'an event with a byte order mark', files: { 'index.py': echo }, events: ['\ufeff{"a":1}'] },
  { title: 'an event of NaN', files: { 'index.py': echo }, events: ['NaN', '[Infinity]', '-Infinity'] },
  {
    title: 'events of every kind',
    files: { 'index.py': 'def handler(event, context):\n    return [type(event).__name__, event]\n' },
    events: ['null', 'true', '0', '-0', '1.0', '1e3', '12345678901234567890123', '0.1', '"text"', '[]', '{}', '1E400'],
  },
  {
    title: 'events with escapes',
    files: { 'index.py': echo },
    events: [
      '"\\u00e9\\ud83d\\ude00\\n\\/"',
      '"é 漢 😀"',
      '"\\ud800"',
      '"a\\u0000b"',
      '{"a":1,"a":2}',
      '"a\tb"',
      '"\\x"',
    ],
  },
  { title: 'a deeply nested event', files: { 'index.py': echo }, events: [`${'['.repeat(200)}${']'.repeat(200)}`] },
  { title: 'a client context that is not JSON', files: { 'index.py': echo }, details: { clientContext: '{' } },
  { title: 'an identity that is not JSON', files: { 'index.py': echo }, details: { cognitoIdentity: '{' } },
  {
    title: 'a client context with a trace of the W3C',
    files: { 'index.py': 'def handler(event, context):\n    return [context.w3c(), context.client_context.custom]\n' },
    details: { clientContext: '{"custom":{"a":1},"w3c":{"traceparent":"00-1","tracestate":5,"other":"x"}}' },
  },
  {
    title: 'an unknown log level',
    environment: { AWS_LAMBDA_LOG_LEVEL: 'LOUD' },
    files: {
      'index.py': `import logging\n\n\ndef handler(event, context):\n    logging.info("i")\n    logging.warning("w")\n`,
    },
  },
  {
    title: 'a log level in lower case',
    environment: { AWS_LAMBDA_LOG_LEVEL: 'error', AWS_LAMBDA_LOG_FORMAT: 'json' },
    files: {
      'index.py': `import logging\n\n\ndef handler(event, context):\n    logging.warning("w")\n    logging.error("e")\n`,
    },
  },
  {
    title: 'the log level TRACE',
    environment: { AWS_LAMBDA_LOG_LEVEL: 'TRACE', AWS_LAMBDA_LOG_FORMAT: 'JSON' },
    files: { 'index.py': `import logging\n\n\ndef handler(event, context):\n    logging.debug("d")\n` },
  },
  {
    title: 'a thread that is left behind',
    files: {
      'index.py': `import threading\nimport time\n\n\ndef handler(event, context):\n    threading.Thread(target=lambda: time.sleep(0.05), daemon=True).start()\n    return event\n`,
    },
    events: ['1', '2'],
  },
  {
    title: 'standard output that is closed',
    files: {
      'index.py': `import sys\n\n\ndef handler(event, context):\n    sys.stdout = open("/dev/null", "w")\n    print("nowhere")\n    return event\n`,
    },
  },
];
