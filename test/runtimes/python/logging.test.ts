import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fullSet, interpreters } from './interpreters.js';
import { invokeOnce } from './python-runtime.js';

const service = 'python-logging';
const requestId = '00000000-0000-4000-8000-000000000001';
const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;

/** A log in which times are replaced by `TIME`. */
function withoutTimes(log: string): string {
  return log.replace(new RegExp(time, 'g'), 'TIME');
}

describeEach(interpreters)('logging on Python $version', (python) => {
  test('C105 shows warnings by default, and more when the level is set; basicConfig does nothing', async () => {
    const { json, stdout, stderr } = await invokeOnce({ python, service, handler: 'app.levels' });
    expect(json()).toEqual({ level: 30, handlers: 1 });
    expect(withoutTimes(stdout)).toBe(
      `[WARNING]\tTIME\t${requestId}\tshown é\n[INFO]\tTIME\t${requestId}\ttwo\nlines\nprinted\n`,
    );
    expect(stderr).toBe('');
  });

  test('is configured when it is first imported in the handler, and leaves no trace of that', async () => {
    const { json, stdout } = await invokeOnce({ python, service, handler: 'late.h' });
    const [, handlers, loader] = json() as [boolean, number, string];
    expect([handlers, loader]).toEqual([1, 'SourceFileLoader']);
    expect(withoutTimes(stdout)).toBe(`[WARNING]\tTIME\t${requestId}\tlate\n`);
  });

  test('the order of print, records, writes and bytes holds', async () => {
    const { stdout } = await invokeOnce({ python, service, handler: 'app.order' });
    const expected = Array.from({ length: 200 }, (_, n) => [
      `print ${n}`,
      `[WARNING]\tTIME\t${requestId}\tlog ${n}`,
      `write ${n}`,
      `bytes ${n}`,
    ]).flat();
    expect(withoutTimes(stdout).split('\n').slice(0, -1)).toEqual(expected);
  });

  test('C106 records are JSON in the format JSON', async () => {
    const environment = { AWS_LAMBDA_LOG_FORMAT: 'JSON' };
    const { stdout } = await invokeOnce({ python, service, handler: 'app.extra', environment });
    const [first, second] = stdout.split('\n').map((line) => line && JSON.parse(line));
    expect(Object.entries(first)).toEqual([
      ['timestamp', expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)],
      ['level', 'ERROR'],
      ['message', 'with extra'],
      ['logger', 'app'],
      ['requestId', requestId],
      ['foo', 1],
      ['odd', '{1}'],
    ]);
    expect(second.message).toEqual({ a: [1, 'é'] });
    expect(stdout).toContain('é');
  });
});

describeEach(fullSet)('logging in detail on Python $version', (python) => {
  test('nothing loads it for a handler that does not log', async () => {
    const { json } = await invokeOnce({
      python,
      service,
      handler: 'late.never',
      environment: { PYTHONNOUSERSITE: '1' },
    });
    expect(typeof json()).toBe('boolean');
  });

  test('C106 an exception in JSON has its trace, type, message and location', async () => {
    const environment = { AWS_LAMBDA_LOG_FORMAT: 'JSON' };
    const headers = { 'Lambda-Runtime-Aws-Tenant-Id': 'blue' };
    const { stdout } = await invokeOnce({ python, service, handler: 'app.exception', environment, headers });
    expect(JSON.parse(stdout)).toEqual({
      timestamp: expect.any(String),
      level: 'ERROR',
      message: 'caught',
      logger: 'app',
      stackTrace: [expect.stringContaining('raise KeyError("lost")\n')],
      errorType: 'KeyError',
      errorMessage: "'lost'",
      requestId,
      location: expect.stringMatching(/app\.py:exception:\d+$/),
      tenantId: 'blue',
    });
  });

  test('C106 an unhandled error is JSON in the format JSON', async () => {
    const environment = { AWS_LAMBDA_LOG_FORMAT: 'JSON' };
    const { stdout } = await invokeOnce({ python, service, handler: 'app.fails', environment });
    expect(JSON.parse(stdout)).toEqual({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      level: 'ERROR',
      errorMessage: 'two\nlines é',
      errorType: 'ValueError',
      requestId,
      stackTrace: [expect.stringContaining('in fails\n')],
    });
  });

  test.each([
    ['TRACE', 'diwe'],
    ['DEBUG', 'diwe'],
    ['info', 'iwe'],
    ['WARN', 'we'],
    ['ERROR', 'e'],
    ['FATAL', ''],
    ['nonsense', 'we'],
  ])('C105 AWS_LAMBDA_LOG_LEVEL %s is the level of the root logger', async (level, expected) => {
    const environment = { AWS_LAMBDA_LOG_LEVEL: level };
    const { stdout } = await invokeOnce({ python, service, handler: 'app.everything', environment });
    const messages = stdout.split('\n').map((line) => line.split('\t')[3] ?? '');
    expect(messages.join('')).toBe(expected);
  });

  test('a format of the user has the request id to show, and its records stand on lines of their own', async () => {
    const { stdout } = await invokeOnce({ python, service, handler: 'app.own_format' });
    expect(stdout).toBe(`${requestId}|mine\n${requestId}|mine too\n`);
  });

  test('a record whose arguments do not fit fails the invocation', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.bad_arguments' });
    expect(json()).toMatchObject({ errorType: 'TypeError' });
  });

  test('a logging module of the user is left alone', async () => {
    const { json, stderr } = await invokeOnce({ python, service: 'python-own-logging', handler: 'app.h' });
    expect(json()).toBe(true);
    expect(stderr).toBe('');
  });
});
