import { describe, expect, test } from '@jest/globals';
import { exitCauseOf, rejectionCauseOf } from '../../../src/invoke/exit-cause/exit-cause.js';
import type { LastWords } from '../../../src/lambda/sandbox/outcome.js';
import { cpuMs } from '../../cpu-time.js';

/** What is made of the last words of a process that ended so. */
function causeOf(words: Partial<LastWords>, end = 'exit status 1', isProgram = false) {
  const errorMessage = `RequestId: 1 Error: Runtime exited with error: ${end}`;
  const error = Buffer.from(JSON.stringify({ errorType: 'Runtime.ExitError', errorMessage }));
  const facts = { requestId: '1', durationMs: 1, billedDurationMs: 1, maxMemoryUsedMiB: 1, stderrTail: '' };
  const lastWords = { stdout: '', stderr: '', notes: '', ...words };
  return exitCauseOf({ ...facts, status: 'crash', error, errorType: 'Runtime.ExitError', lastWords }, isProgram);
}

/** Real reports, with what is to be read of each. */
const reports: Readonly<Record<string, { stderr: string; message: string; trace?: readonly string[] }>> = {
  'an exception in Node.js': {
    stderr:
      "noise\n/app/timer.js:3\n    null.late;\n         ^\n\nTypeError: Cannot read properties of null (reading 'late')\n    at Timeout._onTimeout (/app/timer.js:3:10)\n    at listOnTimeout (node:internal/timers:581:17)\n\nNode.js v22.20.0\n",
    message: "TypeError: Cannot read properties of null (reading 'late')",
    trace: [
      '/app/timer.js:3',
      '    null.late;',
      '         ^',
      '',
      "TypeError: Cannot read properties of null (reading 'late')",
      '    at Timeout._onTimeout (/app/timer.js:3:10)',
      '    at listOnTimeout (node:internal/timers:581:17)',
    ],
  },
  'an exception in Node.js with members': {
    stderr:
      "node:net:1\n x\n ^\n\nError: connect ECONNREFUSED 127.0.0.1:1\n    at f (node:net:1611:16) {\n  errno: -111,\n  code: 'ECONNREFUSED'\n}\n\nNode.js v24.1.0\n",
    message: 'Error: connect ECONNREFUSED 127.0.0.1:1',
  },
  'what was thrown in Node.js and is no error': {
    stderr:
      "/app/a.js:1\nthrow 'plain';\n^\nplain\n(Use `node --trace-uncaught ...` to show where the exception was thrown)\n\nNode.js v20.20.2\n",
    message: 'plain',
  },
  'a rejection in Node.js with no error': {
    stderr:
      'node:internal/process/promises:389\n      new UnhandledPromiseRejection(reason);\n      ^\n\nUnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "no such tenant".\n    at throwUnhandledRejectionsMode (node:internal/process/promises:389:7) {\n  code: \'ERR_UNHANDLED_REJECTION\'\n}\n\nNode.js v20.20.2\n',
    message: 'a promise was rejected with "no such tenant", and nobody handled that',
  },
  'a heap that is full': {
    stderr:
      '\n<--- Last few GCs --->\n\n[1:0x1] 100 ms: Mark-Compact 200 (210) -> 199 (211) MB\n\n<--- JS stacktrace --->\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n----- Native stack trace -----\n\n 1: 0xb78db3 node::OOMErrorHandler(char const*, v8::OOMDetails const&) [/usr/bin/node]\n',
    message: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
  },
  'a check of V8 that failed': {
    stderr:
      '\n\n#\n# Fatal error in , line 0\n# Check failed: node->IsInUse().\n#\n#\n#\n#FailureMessage Object: 0x7ffc\n----- Native stack trace -----\n\n',
    message: 'Check failed: node->IsInUse().',
  },
  'process.abort': {
    stderr:
      '----- Native stack trace -----\n\n 1: 0xd3a3c0  [/usr/bin/node]\n\n----- JavaScript stack trace -----\n\n1: exports.handler (/app/abort.js:1:39)\n2: /opt/it/runtimes/node/runtime.cjs:109:22\n\n\n',
    message: 'process.abort() was called',
    trace: ['    at exports.handler (/app/abort.js:1:39)', '    at /opt/it/runtimes/node/runtime.cjs:109:22'],
  },
  'a check of Node.js that failed': {
    stderr:
      "node[12]: ../src/node_http2.cc:561:void Http2(): Assertion `(flags) == 0' failed.\n----- Native stack trace -----\n\n 1: 0xd3a3c0  [/usr/bin/node]\n",
    message: "node[12]: ../src/node_http2.cc:561:void Http2(): Assertion `(flags) == 0' failed.",
  },
  'a fatal error of Python': {
    stderr:
      'Fatal Python error: Segmentation fault\n\nThread 0x1 (most recent call first):\n  File "/app/other.py", line 9 in wait\n\nCurrent thread 0x00007f15fd290e40 (most recent call first):\n  File "/app/fast.py", line 4 in deep\n  File "/app/app.py", line 7 in handler\n\nExtension modules: numpy.core._multiarray_umath, fast._core (total: 2)\n',
    message: 'Fatal Python error: Segmentation fault; the native module that was loaded last is fast._core',
    trace: [
      'Fatal Python error: Segmentation fault',
      'Current thread 0x00007f15fd290e40 (most recent call first):',
      '  File "/app/fast.py", line 4 in deep',
      '  File "/app/app.py", line 7 in handler',
    ],
  },
  'a fatal error of Python at its start': {
    stderr:
      "Python path configuration:\n  PYTHONHOME = '/nowhere'\nFatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding\nPython runtime state: core initialized\nModuleNotFoundError: No module named 'encodings'\n\nCurrent thread 0x1 (most recent call first):\n  <no Python frame>\n",
    message: 'Fatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding',
  },
  'an exception that Python ends on': {
    stderr:
      'a log line\nTraceback (most recent call last):\n  File "/app/a.py", line 2, in f\n    int("x")\nValueError: invalid\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "/app/a.py", line 4, in handler\n    raise KeyboardInterrupt("x")\nKeyboardInterrupt: x\n',
    message: 'KeyboardInterrupt: x',
    trace: [
      'Traceback (most recent call last):',
      '  File "/app/a.py", line 2, in f',
      '    int("x")',
      'ValueError: invalid',
      '',
      'During handling of the above exception, another exception occurred:',
      '',
      'Traceback (most recent call last):',
      '  File "/app/a.py", line 4, in handler',
      '    raise KeyboardInterrupt("x")',
      'KeyboardInterrupt: x',
    ],
  },
  'a fault of a gem': {
    stderr:
      "/app/app.rb:1: [BUG] Segmentation fault at 0x0000000000000000\nruby 3.3.5 (2024-09-03 revision ef084cc8f4) [x86_64-linux]\n\n-- Control frame information -----\nc:0010\n\n-- Ruby level backtrace information ----------------------------------------\n/opt/it/runtimes/ruby/bootstrap.rb:10:in `<main>'\n/app/app.rb:4:in `handler'\n/app/app.rb:1:in `fast'\n\n* Loaded features:\n\n    0 enumerator.so\n    1 /usr/lib/ruby/3.3.0/x86_64-linux/socket.so\n    2 /app/vendor/bundle/ruby/3.3.0/gems/fast-1.0/lib/fast.so\n    3 /usr/lib/ruby/3.3.0/json.rb\n\n",
    message:
      '[BUG] Segmentation fault at 0x0000000000000000; the native module that was loaded last is /app/vendor/bundle/ruby/3.3.0/gems/fast-1.0/lib/fast.so',
    trace: [
      '/app/app.rb:1: [BUG] Segmentation fault at 0x0000000000000000',
      "/app/app.rb:1:in `fast'",
      "/app/app.rb:4:in `handler'",
      "/opt/it/runtimes/ruby/bootstrap.rb:10:in `<main>'",
    ],
  },
  'an exception that Ruby ends on': {
    stderr: "/app/app.rb:3:in `block in f': no database (RuntimeError)\n\tfrom /app/app.rb:2:in `each'\n",
    message: 'RuntimeError: no database',
    trace: ["/app/app.rb:3:in `block in f'", "\tfrom /app/app.rb:2:in `each'"],
  },
  'a crash of the Java virtual machine': {
    stderr:
      '#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n#  SIGSEGV (0xb) at pc=0x00007f2f210d2f94, pid=11563, tid=11564\n#\n# JRE version: OpenJDK Runtime Environment (17.0.15+6)\n# Problematic frame:\n# C  [libfast.so+0x1234]  Java_com_example_Fast_go+0x24\n#\n# No core dump will be written.\n',
    message:
      'a fatal error of the Java Runtime Environment: SIGSEGV (0xb) at pc=0x00007f2f210d2f94, pid=11563, tid=11564 in C  [libfast.so+0x1234]  Java_com_example_Fast_go+0x24',
  },
  'a Java virtual machine without memory': {
    stderr:
      '#\n# There is insufficient memory for the Java Runtime Environment to continue.\n# Native memory allocation (mmap) failed to map 65536 bytes.\n',
    message:
      'the Java Runtime Environment had too little memory: Native memory allocation (mmap) failed to map 65536 bytes.',
  },
  'a heap of Java that is full': {
    stderr: 'Terminating due to java.lang.OutOfMemoryError: Java heap space\n',
    message: 'java.lang.OutOfMemoryError: Java heap space',
  },
  'an exception that Java ends on': {
    stderr:
      'Exception in thread "main" java.lang.IllegalStateException: no database\n\tat com.example.Main.main(Main.java:5)\nCaused by: java.lang.RuntimeException: refused\n\t... 1 more\n',
    message: 'java.lang.IllegalStateException: no database',
    trace: [
      'java.lang.IllegalStateException: no database',
      '\tat com.example.Main.main(Main.java:5)',
      'Caused by: java.lang.RuntimeException: refused',
      '\t... 1 more',
    ],
  },
  'a panic in Go': {
    stderr:
      'panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a1104]\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:9 +0xa4\nexit status 2\n',
    message:
      'panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a1104]',
    trace: [
      'panic: runtime error: invalid memory address or nil pointer dereference',
      '[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a1104]',
      'goroutine 1 [running]:',
      'main.main()',
      '\t/app/main.go:9 +0xa4',
      'exit status 2',
    ],
  },
  'a deadlock in Go': {
    stderr:
      'fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\nmain.main()\n\t/app/main.go:10 +0xd1\n',
    message: 'fatal error: all goroutines are asleep - deadlock!',
  },
  'a panic in Rust': {
    stderr:
      "\nthread 'main' (10269) panicked at src/main.rs:12:5:\nno database\nsecond line\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n",
    message: 'panicked: no database\nsecond line',
    trace: [
      'panicked: no database',
      'second line',
      '    at src/main.rs:12:5',
      'note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace',
      '',
    ],
  },
  'a panic in Rust before 1.73': {
    stderr: "thread 'main' panicked at 'no database', src/main.rs:12:5\n",
    message: 'panicked: no database',
  },
  'a stack of Rust that is full': {
    stderr: "\nthread 'main' (10273) has overflowed its stack\nfatal runtime error: stack overflow, aborting\n",
    message: "thread 'main' (10273) has overflowed its stack",
  },
  'an exception of C++': {
    stderr: "terminate called after throwing an instance of 'std::runtime_error'\n  what():  no database\n",
    message: "terminate called after throwing an instance of 'std::runtime_error': no database",
  },
  'an assertion of C': {
    stderr: "x: c.cpp:5: int main(int, char**): Assertion `c==9' failed.\n",
    message: "x: c.cpp:5: int main(int, char**): Assertion `c==9' failed.",
  },
  'a heap of C that is broken': {
    stderr: 'free(): double free detected in tcache 2\n',
    message: 'free(): double free detected in tcache 2',
  },
  'a library that is not there': {
    stderr: '/app/bootstrap: error while loading shared libraries: libpq.so.5: cannot open shared object file\n',
    message: '/app/bootstrap: error while loading shared libraries: libpq.so.5: cannot open shared object file',
  },
};

test.each(Object.keys(reports))('%s is read', (name) => {
  const { stderr, message, trace } = reports[name] ?? { stderr: '', message: '' };
  const cause = causeOf({ stderr: `something before\n${stderr}` });
  expect(cause?.message).toBe(message);
  if (trace !== undefined) expect(cause?.trace).toEqual(trace);
  expect(causeOf({ stderr: stderr.replaceAll('\n', '\r\n') })?.message).toBe(message);
});

describe('a program of the function', () => {
  test.each([
    ['/app/bootstrap: line 3: jq: command not found\n', 'jq: command not found'],
    ['/app/bootstrap: 3: jq: not found\n', 'jq: not found'],
    [
      '/app/bootstrap: line 7: 10296 Segmentation fault      (core dumped) ./program\n',
      'Segmentation fault (core dumped) ./program',
    ],
    ['started\n2026/01/02 03:04:05 no database\n', 'its last line of output is "2026/01/02 03:04:05 no database"'],
  ])('that wrote %j', (stderr, message) => {
    expect(causeOf({ stderr }, 'exit status 127', true)?.message).toBe(message);
    expect(causeOf({ stderr }, 'exit status 127', false)).toBeUndefined();
  });
});

describe('what the runtime for Node.js logs', () => {
  const errorType = 'Runtime.UnhandledPromiseRejection';
  const reason = { errorType: 'TypeError', errorMessage: 'no', stack: ['TypeError: no', '    at f (/a.js:1:2)'] };
  const text = (error: object) => `1\tid\tERROR\tUnhandled Promise Rejection \t${JSON.stringify(error)}\nlast\n`;
  const json = (error: object) =>
    `{}\n${JSON.stringify({ timestamp: '1', level: 'ERROR', message: error })}\n{"a":1}\n`;
  const wrapped = { errorType: 'UnhandledPromiseRejection', stackTrace: [`${errorType}: x`] };

  test.each([
    ['in a log of the format Text', text({ errorType, errorMessage: 'TypeError: no', reason })],
    [
      'in a log of the format JSON',
      json({ ...wrapped, reason: { ...reason, stack: undefined, stackTrace: reason.stack } }),
    ],
  ])('%s has the reason of a rejection', (_format, stdout) => {
    const cause = { message: 'TypeError: no', trace: reason.stack };
    expect(rejectionCauseOf({ stdout, stderr: '', notes: '' })).toEqual(cause);
    expect(causeOf({ stdout }, 'exit status 128')).toEqual(cause);
  });

  test('has a reason that is no error', () => {
    const stdout = text({ errorType, errorMessage: 'no such tenant', reason: 'no such tenant' });
    expect(causeOf({ stdout }, 'exit status 128')).toEqual({ message: 'no such tenant', trace: [] });
  });

  test('has an exception', () => {
    const error = { errorType: 'Error', errorMessage: 'late', stack: ['Error: late', '    at x (/a.js:1:2)'] };
    const stdout = `1\tid\tERROR\tUncaught Exception \t${JSON.stringify(error)}\n`;
    expect(causeOf({ stdout }, 'exit status 129')).toEqual({ message: 'Error: late', trace: error.stack });
  });

  test('has an exception in the format JSON where the runtime ended on one', () => {
    const stackTrace = ['Error: late', '    at x (/a.js:1:2)'];
    const stdout = json({ errorType: 'Error', errorMessage: 'late', stackTrace });
    expect(causeOf({ stdout }, 'exit status 129')).toEqual({ message: 'Error: late', trace: stackTrace });
    expect(causeOf({ stdout }, 'exit status 1')).toBeUndefined();
  });

  test.each(['{', '{"reason":3}', '{"reason":{"stack":3}}', 'null', ''])('may be anything: %j', (said) => {
    expect(causeOf({ stdout: `\tUnhandled Promise Rejection \t${said}\n${errorType} ${said}\n` })).toBeUndefined();
  });
});

describe('what our bootstraps note', () => {
  const notes = 'native module /usr/lib/a.node\nnative module /nowhere/bad.node\n';

  test('is the native module that was loaded last, of a process that ended by its own fault', () => {
    const message = 'the native module that was loaded last is /nowhere/bad.node';
    expect(causeOf({ notes }, 'signal: segmentation fault')).toEqual({ message, trace: [], isLogged: false });
    expect(causeOf({ notes }, 'signal: killed')).toBeUndefined();
    expect(causeOf({ notes }, 'exit status 1')).toBeUndefined();
  });

  test('stands behind what the system said', () => {
    const stderr = 'free(): invalid pointer\n';
    expect(causeOf({ notes, stderr }, 'signal: aborted')?.message).toBe(
      'free(): invalid pointer; the native module that was loaded last is /nowhere/bad.node',
    );
  });

  test('is a call that ends the process', () => {
    const call = ['process.exit(3)', '    at handler (/a.js:1:2)'];
    const said = causeOf({ notes: `${notes}${call.join('\n')}\n` }, 'exit status 3');
    expect(said).toEqual({ message: 'process.exit(3) was called', trace: call, isLogged: false });
    const traceback =
      'Traceback (most recent call last):\n  File "/a.py", line 3, in f\n    sys.exit(3)\nSystemExit: 3\n';
    expect(causeOf({ notes: traceback }, 'exit status 3')?.message).toBe('SystemExit: 3');
  });
});

test.each([
  ['', ''],
  ['nothing of it\n', 'nor here\n'],
  ['Traceback (most recent call last):\n  File "/a.py", line 1\nValueError: caught\nand on it went\n', ''],
  ['Exception in thread "worker" java.lang.Error: no\n\tat a.B.c(B.java:1)\nand on it went\n', ''],
  ["/a.rb:1:in `f': no (RuntimeError)\nand on it went\n", ''],
])('what is no reason for an end is none: %j', (stderr, stdout) => {
  expect(causeOf({ stderr, stdout })).toBeUndefined();
});

test('a message is cut', () => {
  const stderr = `panic: ${'x\n\t'.repeat(5000)}\n`;
  expect(causeOf({ stderr })?.message.length).toBeLessThanOrEqual(2001);
});

const markers = [
  'Fatal Python error: x',
  'Traceback (most recent call last):',
  ' [BUG] x',
  '# A fatal error has been detected by the Java Runtime Environment:',
  'Exception in thread "',
  'panic: ',
  'goroutine 1 [running]:',
  "thread 'a' panicked at '",
  '/a.js:1\n ^\n\n',
  'FATAL ERROR: x',
  "Assertion `'",
  '/a: line 1: ',
  '/a.rb:1:in ',
  '\tUncaught Exception \t{',
  '{"level":"ERROR","stackTrace":[',
  '-- Ruby level backtrace information -\n',
];
test.each(markers)('a process that prints %j for ever is read in no time', (marker) => {
  const fill = (text: string, bytes: number): string => text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes);
  const started = cpuMs();
  for (const text of [`${marker}\n`, marker, `${marker} `, `${marker}\n\n`, `${marker}\n  at x\n`]) {
    const words = { stderr: fill(text, 256 * 1024), stdout: fill(text, 64 * 1024), notes: fill(text, 64 * 1024) };
    causeOf(words, 'exit status 129', true);
  }
  expect(cpuMs() - started).toBeLessThan(2_000);
});
