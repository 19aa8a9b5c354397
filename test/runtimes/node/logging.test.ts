import { describe, expect, test } from '@jest/globals';
import { body, type Dialect, dialects, invokeOnce } from './session.js';

const service = 'node-logging';
const requestId = 'the-request';
const json = { AWS_LAMBDA_LOG_FORMAT: 'JSON' };

async function log(dialect: Dialect, handler: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await invokeOnce({ service, handler: `index.${handler}`, dialect, env }, {}, { requestId });
  return stdout.slice(stdout.indexOf('\n') + 1);
}

const lines = (text: string): string[] => text.trimEnd().split('\n');
const parsed = (text: string): Record<string, unknown>[] => lines(text).map((line) => JSON.parse(line));

describe.each(dialects)('logging in the dialect of Node.js %s', (dialect) => {
  test('C87 a call is a line with the time, the request id, the level and the text', async () => {
    const [first] = lines(await log(dialect, 'levels'));
    expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\tthe-request\tTRACE\tt$/);
  });

  test('C87 before the first invocation there is no request id', async () => {
    const { stdout } = await invokeOnce({ service, handler: 'index.levels', dialect });
    expect(lines(stdout)[0]).toMatch(dialect === '22' ? /Z\tundefined\tINFO\tat init$/ : /Z\t-\tINFO\tat init$/);
  });

  test('C87 every method has its level, and console.fatal exists', async () => {
    const levels = lines(await log(dialect, 'levels')).map((line) => line.split('\t').slice(2).join(' '));
    expect(levels).toEqual(['TRACE t', 'DEBUG d', 'INFO i', 'INFO l', 'WARN w', 'ERROR e', 'FATAL f']);
  });

  test('C87 values are formatted as Node.js does, and line breaks stay', async () => {
    const text = await log(dialect, 'shapes');
    expect(text).toContain('\tINFO\ta\nb { x: 1 }\n');
    expect(text).toContain('\tINFO\tsix is 6\n');
    expect(text).toMatch(/\tINFO\twith TypeError: boom\n {4}at .*\n/);
  });

  test.each([
    ['TRACE', 7],
    ['INFO', 5],
    ['ERROR', 2],
    ['FATAL', 1],
  ])('C88 AWS_LAMBDA_LOG_LEVEL=%s drops what is below', async (level, count) => {
    const { stdout } = await invokeOnce(
      { service, handler: 'index.levels', dialect, env: { AWS_LAMBDA_LOG_LEVEL: level } },
      {},
      { requestId },
    );
    expect(lines(stdout).filter((line) => line.includes(requestId))).toHaveLength(count);
  });

  test('C88 in JSON a line is an object, and a single object stays one', async () => {
    const [text, formatted, object, mixed, error, bigint, nothing] = parsed(await log(dialect, 'shapes', json));
    expect(Object.keys(object ?? {})).toEqual(['timestamp', 'level', 'requestId', 'message']);
    expect(object).toMatchObject({ level: 'INFO', requestId, message: { nested: { deep: true } } });
    expect(text).toMatchObject({ message: 'a\nb { x: 1 }' });
    expect(formatted).toMatchObject({ message: 'six is 6' });
    expect(mixed).toMatchObject({
      message: expect.stringContaining('with TypeError: boom'),
      errorType: 'TypeError',
      errorMessage: 'boom',
      stackTrace: expect.arrayContaining(['TypeError: boom']),
    });
    expect(error).toMatchObject({ message: { errorType: 'RangeError', errorMessage: 'alone' } });
    expect(bigint).toMatchObject({ message: '1n' });
    expect(nothing).not.toHaveProperty('message');
  });

  test('C88 in JSON an error of the handler is an object too, and up to Node.js 22 the tenant is named', async () => {
    const { stdout } = await invokeOnce(
      { service: 'node-results', handler: 'index.throws', dialect, env: json },
      { what: 'subclass' },
      { headers: { 'Lambda-Runtime-Aws-Tenant-Id': 'blue' } },
    );
    expect(parsed(stdout)).toMatchObject([
      {
        level: 'ERROR',
        message: { errorType: 'Refused', errorMessage: 'no', code: 'E_REFUSED' },
        ...(dialect === '22' ? { tenantId: 'blue' } : {}),
      },
    ]);
  });

  test('what is written to the streams is raw', async () => {
    const { stderr } = await invokeOnce({ service, handler: 'index.stderr', dialect });
    expect(stderr).toBe('raw\n');
  });

  test('lines and direct writes keep their order', async () => {
    const seen = lines(await log(dialect, 'order')).map((line) => line.split('\t').at(-1));
    expect(seen).toEqual(Array.from({ length: 200 }, (_, i) => [`c${i}`, `w${i}`]).flat());
  });
});

test('an exit loses nothing of what was printed before, by either way', async () => {
  const { outcome } = await invokeOnce({ service, handler: 'index.floodThenExit', dialect: '22' }, { lines: 20_000 });
  if (outcome.kind !== 'exit') throw new Error('the process did not exit');
  const printed = lines(outcome.stdout);
  expect(printed.filter((line) => line.endsWith('x'.repeat(100)))).toHaveLength(20_000);
  expect(printed.filter((line) => /^\d+$/.test(line))).toHaveLength(20);
  expect(printed.at(-1)).toBe('y'.repeat(200_000));
});

test('50 MB of lines do not grow the process', async () => {
  const { outcome } = await invokeOnce({ service, handler: 'index.floodMemory', dialect: '22' }, { lines: 350_000 });
  expect((body(outcome) as { rssMiB: number }).rssMiB).toBeLessThan(150);
});
