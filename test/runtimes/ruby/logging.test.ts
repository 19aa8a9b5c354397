import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fixture } from '../../paths.js';
import { interpreters } from './interpreters.js';
import { invokeOnce } from './ruby-runtime.js';

const service = 'ruby-logging';
const requestId = '00000000-0000-4000-8000-000000000001';
const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}`;
const json = { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'INFO' };

describeEach(interpreters)('the log on Ruby $version', (ruby) => {
  const logOf = async (method: string, environment: Record<string, string> = {}) => {
    const outcome = await invokeOnce({ ruby, service, handler: `app.${method}`, environment });
    const [first = '', ...lines] = outcome.stdout.split('\n');
    expect(first).toContain('at load');
    return { ...outcome, first, log: lines.join('\n') };
  };

  test('what is printed is there as it is, at once and in order', async () => {
    const { log, stderr } = await logOf('writes');
    expect(log).toBe('puts\nlist\n1\nprint written\n:inspected\n');
    expect(stderr).toBe('warned\nerror\n');
  });

  test('puts writes to the log whatever standard output was made', async () => {
    const { log, json: answer } = await logOf('redirected');
    expect(log).toBe('to the log all the same\n');
    expect(answer()).toBe('to the string\n');
  });

  test('puts of bytes that are no text is an error', async () => {
    const { json: answer } = await logOf('binary');
    expect(answer()).toMatchObject({ errorType: 'Function<Encoding::UndefinedConversionError>' });
  });

  test('what was left in the buffer comes before the answer', async () => {
    expect((await logOf('buffered')).log).toBe('left in the buffer');
  });

  test('loggers of standard output, standard error and nothing write lines with the request id', async () => {
    const { first, log, stderr } = await logOf('logs');
    expect(first).toMatch(new RegExp(`^I, \\[${time} #\\d+\\]  INFO  -- : at load$`));
    const lines = log.replaceAll(new RegExp(`${time} #\\d+`, 'g'), 'TIME #PID').split('\n');
    expect(lines.slice(0, 4)).toEqual([
      `I, [TIME #PID]  INFO ${requestId} -- : in the handler`,
      `W, [TIME #PID]  WARN ${requestId} -- program: two`,
      'lines',
      expect.stringMatching(new RegExp(`^E, \\[TIME #PID\\] ERROR ${requestId} -- : \\{.*a.*1\\}$`)),
    ]);
    expect(lines[4]).toBe(`F, [TIME #PID] FATAL ${requestId} -- program: told (ArgumentError)`);
    expect(lines[5]).toMatch(new RegExp(`^${fixture(service, 'app.rb')}:\\d+:in `));
    expect(lines.at(-2)).toBe(`A, [TIME #PID]   ANY ${requestId} -- program: caf\uFFFD`);
    expect(stderr).toBe('');
  });

  test('a logger of the user’s own format keeps it, and one of another device is left alone', async () => {
    const { log, json: answer } = await logOf('own_formats');
    expect(log).toBe('INFO=own\n');
    expect(answer()).toMatch(new RegExp(`^I, \\[${time} ?#\\d+\\]  INFO -- : elsewhere\\n$`));
  });

  test('in the format JSON each entry is one object', async () => {
    const { first, log } = await logOf('logs', json);
    expect(JSON.parse(first)).toEqual({
      timestamp: expect.stringMatching(new RegExp(`^${time}Z$`)),
      level: 'INFO',
      message: 'at load',
    });
    const entries = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map(({ level }) => level)).toEqual(['INFO', 'WARN', 'ERROR', 'FATAL', 'ANY']);
    expect(new Set(entries.map((entry) => entry.requestId))).toEqual(new Set([requestId]));
    expect(entries[1]).toMatchObject({ message: 'two\nlines', logger: 'program' });
    expect(entries[3]).toMatchObject({
      message: 'told',
      errorType: 'ArgumentError',
      errorMessage: 'told',
      stackTrace: expect.arrayContaining([expect.stringContaining('app.rb')]),
      location: expect.stringMatching(new RegExp(`^${fixture(service, 'app.rb')}:.*logs:\\d+$`)),
    });
  });

  test.each([
    [{}, ['debug', 'info', 'error', 'asked for']],
    [{ AWS_LAMBDA_LOG_LEVEL: 'INFO' }, ['info', 'error', 'asked for']],
    [{ AWS_LAMBDA_LOG_LEVEL: 'TRACE' }, ['debug', 'info', 'error', 'asked for']],
  ])('the level of %j is that of loggers that were given none', async (environment, messages) => {
    const { log } = await logOf('levels', environment as Record<string, string>);
    expect(
      log
        .trim()
        .split('\n')
        .map((line) => line.split(' -- : ')[1]),
    ).toEqual(messages);
  });

  test('an error is logged as text in both formats', async () => {
    const { log } = await logOf('fails', json);
    expect(log).toMatch(/^Error raised from handler method\n\{\n {2}"errorMessage": "for the log",\n/);
  });
});
