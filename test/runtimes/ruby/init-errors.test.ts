import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fixture } from '../../paths.js';
import { interpreters } from './interpreters.js';
import { invokeOnce, type ReportedError } from './ruby-runtime.js';

const service = 'ruby-init-errors';

/** What a file does when it is loaded: [file, class, message, type in the header]. */
const failures: readonly (readonly [string, string, RegExp, string])[] = [
  ['none', 'LoadError', /^cannot load such file -- none$/, 'Init<LoadError>'],
  ['load_error', 'LoadError', /^cannot load such file -- no_such_library$/, 'Init<LoadError>'],
  ['syntax', 'SyntaxError', /syntax\.rb:\d+: /, 'Function<UserException>'],
  ['name_error', 'NameError', /^undefined local variable or method [`']no_such_name' for main/, 'Init<NameError>'],
  ['raises', 'RuntimeError', /^at load$/, 'Function<UserException>'],
  ['exits', 'SystemExit', /^exit$/, 'Init<SystemExit>'],
];

describeEach(interpreters)('initialization errors on Ruby $version', (ruby) => {
  test.each(failures)('%s.rb is a %s', async (file, errorClass, message, headerType) => {
    const { answer, exit, json, stdout } = await invokeOnce({ ruby, service, handler: `${file}.handler` });
    expect(answer?.kind).toBe('init-error');
    expect(answer?.headers).toMatchObject({
      'content-type': 'application/json',
      'lambda-runtime-function-error-type': headerType,
    });
    const error = json() as ReportedError;
    expect(Object.keys(error)).toEqual(['errorMessage', 'errorType', 'stackTrace']);
    expect(error.errorType).toBe(`Init<${errorClass}>`);
    expect(error.errorMessage).toMatch(message);
    expect(exit).toEqual({ code: 252, signal: null });
    expect(stdout).toMatch(/^(?:loading\n)?Init error when loading handler \n\{\n/);
    expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toEqual(error);
  });

  test('the trace leads to the line of the file, and shows nothing of the bootstrap', async () => {
    const { json } = await invokeOnce({ ruby, service, handler: 'load_error.handler' });
    const { stackTrace } = json() as ReportedError;
    expect(stackTrace).toContainEqual(
      expect.stringMatching(new RegExp(`^${fixture(service, 'load_error.rb')}:1:in [\`']`)),
    );
    expect(stackTrace.filter((frame) => frame.includes('invoke_local_runtime'))).toEqual([]);
  });

  test('a file that ends the process at once reports nothing', async () => {
    const { answer, exit } = await invokeOnce({ ruby, service, handler: 'exits_at_once.handler' });
    expect(answer).toBeUndefined();
    expect(exit).toEqual({ code: 7, signal: null });
  });

  test('without a Runtime API it says what it needs', async () => {
    const environment = { AWS_LAMBDA_RUNTIME_API: 'nowhere' };
    const { exit, stderr } = await invokeOnce({ ruby, service, handler: 'none.handler', environment });
    expect(exit.code).toBe(1);
    expect(stderr).toBe('bootstrap.rb needs a Lambda Runtime API at the address in AWS_LAMBDA_RUNTIME_API.\n');
  });
});
