import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fullSet, interpreters } from './interpreters.js';
import { invokeOnce } from './python-runtime.js';

const service = 'python-handler-names';

describeEach(interpreters)('a handler string on Python $version', (python) => {
  test.each([
    ['app.h', 'app'],
    ['pkg/in/mod.h', ['pkg.in.mod', 'pkg.in.sibling']],
    ['pkg.in.mod.h', ['pkg.in.mod', 'pkg.in.sibling']],
    ['a-b.h', 'a-b'],
  ])('C89 %s loads, in folders without __init__.py, too', async (handler, expected) => {
    const { json } = await invokeOnce({ python, service, handler });
    expect(json()).toEqual(expected);
  });
});

describeEach(fullSet)('a handler string that names nothing on Python $version', (python) => {
  test.each([
    ['C90', 'p', 'Runtime.MalformedHandlerName', "Bad handler 'p': not enough values to unpack (expected 2, got 1)"],
    ['C91', 'sys.exit', 'Runtime.BuiltInModuleConflict', 'Cannot use built-in module sys as a handler module'],
    ['C92', 'none.h', 'Runtime.ImportModuleError', "Unable to import module 'none': No module named 'none'"],
    [
      'C92',
      'pkg/none.h',
      'Runtime.ImportModuleError',
      "Unable to import module 'pkg/none': No module named 'pkg.none'",
    ],
    [
      'C92',
      'app.Nested.h',
      'Runtime.ImportModuleError',
      "Unable to import module 'app.Nested': No module named 'app.Nested'; 'app' is not a package",
    ],
    ['C94', 'app.nope', 'Runtime.HandlerNotFound', "Handler 'nope' missing on module 'app'"],
    ['C89', '../app.h', 'TypeError', "the 'package' argument is required to perform a relative import for '...app'"],
    ['C89', '.h', 'ValueError', 'Empty module name'],
  ])('%s %s is reported as an init error and ends the process', async (_, handler, errorType, errorMessage) => {
    const { answer, json, exit, stderr } = await invokeOnce({ python, service, handler });
    expect(answer?.kind).toBe('init-error');
    expect(json()).toMatchObject({ errorMessage, errorType, requestId: '' });
    expect(answer?.headers['lambda-runtime-function-error-type']).toBe(errorType);
    expect(exit.code).toBe(1);
    expect(stderr).toBe('');
  });

  test('C104 an attribute that is no function fails when it is invoked', async () => {
    const { answer, json } = await invokeOnce({ python, service, handler: 'app.number' });
    expect(answer?.kind).toBe('error');
    expect(json()).toMatchObject({ errorType: 'TypeError', errorMessage: "'int' object is not callable" });
  });

  test('C104 a handler without parameters fails when it is invoked, and the bootstrap stays out of its trace', async () => {
    const { json, exit } = await invokeOnce({ python, service, handler: 'app.no_parameters' });
    expect(json()).toMatchObject({
      errorType: 'TypeError',
      errorMessage: 'no_parameters() takes 0 positional arguments but 2 were given',
      stackTrace: [],
    });
    expect(exit.signal).toBe('SIGKILL');
  });
});
