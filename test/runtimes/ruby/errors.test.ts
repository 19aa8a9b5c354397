import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fixture } from '../../paths.js';
import { interpreters } from './interpreters.js';
import { invokeOnce, type ReportedError, startRuby } from './ruby-runtime.js';

const service = 'ruby-errors';
const file = fixture(service, 'app.rb');

/** What the process outlives: [handler, class, message, type in the header]. */
const survived: readonly (readonly [string, string, string, string])[] = [
  ['standard', 'Boom', 'boom', 'Function<UserException>'],
  ['plain', 'RuntimeError', 'plain', 'Function<UserException>'],
  ['positional', 'ArgumentError', 'wrong number of arguments (given 1, expected 2)', 'Function<ArgumentError>'],
  ['only_event', 'ArgumentError', 'unknown keyword: :context', 'Function<ArgumentError>'],
  ['throws', 'UncaughtThrowError', 'uncaught throw :ball', 'Function<UserException>'],
  ['binary_message', 'RuntimeError', 'not text: \uFFFD', 'Function<UserException>'],
  ['no_message', 'Silent', "(the error's own message can't be had)", 'Function<UserException>'],
];

/** What ends it: [handler, class, message, type in the header]. */
const critical: readonly (readonly [string, string, RegExp, string])[] = [
  ['missing_name', 'NameError', /^undefined local variable or method [`']no_such_name' for /, 'Function<NameError>'],
  ['missing_method', 'NoMethodError', /^undefined method [`']no_such_method' for nil/, 'Function<NoMethodError>'],
  ['exits', 'SystemExit', /^exit$/, 'Function<SystemExit>'],
  ['aborts', 'SystemExit', /^said on standard error$/, 'Function<SystemExit>'],
  ['raises_exception', 'Exception', /^more than standard$/, 'Function<Exception>'],
  ['not_implemented', 'NotImplementedError', /^NotImplementedError$/, 'Function<UserException>'],
  ['recurses', 'SystemStackError', /^stack level too deep$/, 'Function<SystemStackError>'],
  ['interrupted', 'SignalException', /^SIGTERM$/, 'Function<UserException>'],
];

describeEach(interpreters)('errors on Ruby $version', (ruby) => {
  test('a StandardError is answered and logged, and the process stays', async () => {
    const warm = await startRuby({ ruby, service, handler: 'app.sometimes' });
    const [first, pid] = JSON.parse((await warm.invoke({})).body.toString());
    const failed = await warm.invoke({ fail: true });
    const [third, same] = JSON.parse((await warm.invoke({})).body.toString());
    await warm.stop();
    expect(failed.kind).toBe('error');
    // The handler's own variables are kept, as the object that it runs on is.
    expect([first, third, same]).toEqual([1, 3, pid]);
  });

  test.each(survived)('%s is a %s', async (method, errorClass, message, headerType) => {
    const { answer, exit, json, stdout } = await invokeOnce({ ruby, service, handler: `app.${method}` });
    expect([answer?.kind, answer?.headers['content-type']]).toEqual(['error', 'application/json']);
    expect(answer?.headers['lambda-runtime-function-error-type']).toBe(headerType);
    const error = json() as ReportedError;
    expect(Object.keys(error)).toEqual(['errorMessage', 'errorType', 'stackTrace']);
    expect(error).toMatchObject({ errorMessage: message, errorType: `Function<${errorClass}>` });
    expect(exit.signal).toBe('SIGKILL');
    expect(stdout).toMatch(/^Error raised from handler method\n\{\n {2}"errorMessage": /);
    expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toEqual(error);
  });

  test.each(critical)('%s is a %s, and ends the process', async (method, errorClass, message, headerType) => {
    const { answer, exit, json, stdout } = await invokeOnce({ ruby, service, handler: `app.${method}` });
    expect(answer?.kind).toBe('error');
    expect(answer?.headers['lambda-runtime-function-error-type']).toBe(headerType);
    const error = json() as ReportedError;
    expect(error.errorType).toBe(`Function<${errorClass}>`);
    expect(error.errorMessage).toMatch(message);
    expect(exit).toEqual({ code: 255, signal: null });
    expect(stdout).toMatch(/^Critical exception from handler\n\{\n {2}"errorMessage": /);
  });

  test('the trace has the innermost frame first, and only the frames of the user', async () => {
    const { json } = await invokeOnce({ ruby, service, handler: 'app.nested' });
    const { stackTrace } = json() as ReportedError;
    expect(stackTrace[0]).toMatch(new RegExp(`^${file}:\\d+:in [\`']block in .*nested'$`));
    expect(stackTrace.at(-1)).toMatch(new RegExp(`^${file}:\\d+:in [\`'].*nested'$`));
    expect(stackTrace.filter((frame) => frame.includes('invoke_local_runtime'))).toEqual([]);
  });

  test('a trace has a hundred frames at most', async () => {
    const { json } = await invokeOnce({ ruby, service, handler: 'app.recurses' });
    expect((json() as ReportedError).stackTrace).toHaveLength(100);
  });

  test('an error that was raised with a trace of its own has none', async () => {
    const { json } = await invokeOnce({ ruby, service, handler: 'app.own_trace' });
    expect(json()).toEqual({ errorMessage: 'own trace', errorType: 'Function<ArgumentError>', stackTrace: [] });
  });

  test('a class without a name is told by its object', async () => {
    const { json } = await invokeOnce({ ruby, service, handler: 'app.anonymous' });
    expect((json() as ReportedError).errorType).toMatch(/^Function<#<Class:0x[0-9a-f]+>>$/);
  });

  test.each([0, 4])('exit!(%i) ends the process without an answer, and what was printed is there', async (status) => {
    const { answer, exit, stdout } = await invokeOnce({
      ruby,
      service,
      handler: 'app.exits_at_once',
      event: { status },
    });
    expect(answer).toBeUndefined();
    expect(exit).toEqual({ code: status, signal: null });
    expect(stdout).toBe('last words\n');
  });
});
