import { describe, expect, test } from '@jest/globals';
import { body, defaultNode, dialects, invokeOnce, startSession, versionOf } from './session.js';

const service = 'node-results';

describe.each(dialects)('results in the dialect of Node.js %s', (dialect) => {
  test.each([
    ['undefined', 'null'],
    ['zero', '0'],
    ['empty', '""'],
    ['false', 'false'],
    ['nan', 'null'],
    ['date', '"1970-01-01T00:00:00.000Z"'],
    ['buffer', '{"type":"Buffer","data":[97,98]}'],
    ['map', '{}'],
  ])('C68 %s becomes %s', async (value, expected) => {
    const { outcome } = await invokeOnce({ service, handler: 'index.value', dialect }, { value });
    expect(outcome).toMatchObject({ kind: 'response' });
    if (outcome.kind === 'response') {
      expect(outcome.body.toString()).toBe(expected);
      expect(outcome.headers['content-type']).toBe('application/json');
      expect(outcome.headers['lambda-runtime-function-response-mode']).toBeUndefined();
    }
  });

  test.each(['bigint', 'circular'])('C69 a result that JSON has no form for is an error: %s', async (value) => {
    const { outcome } = await invokeOnce({ service, handler: 'index.value', dialect }, { value });
    expect(outcome.kind).toBe('error');
    expect(body(outcome)).toMatchObject({
      errorType: dialect === '22' ? 'Error' : 'Runtime.JSONStringifyError',
      errorMessage: 'Unable to stringify response body',
    });
  });

  test.each(['function', 'symbol'])('a %s is no result', async (value) => {
    const { outcome } = await invokeOnce({ service, handler: 'index.value', dialect }, { value });
    expect(body(outcome)).toMatchObject({ errorType: 'TypeError', errorMessage: 'Wrong arguments' });
  });

  test('C70 a value that is returned and no promise', async () => {
    const { outcome } = await invokeOnce({ service, handler: 'index.sync', dialect });
    expect(body(outcome)).toEqual(dialect === '22' ? null : { sync: true });
  });

  test('C71 a thenable is awaited', async () => {
    const { outcome } = await invokeOnce({ service, handler: 'index.thenable', dialect });
    expect(body(outcome)).toBe('thenable');
  });

  test.each(['throws', 'throwsSync'])(
    'C72 of an error the caller gets type, message and trace; the log has the rest: %s',
    async (handler) => {
      const { outcome, stdout } = await invokeOnce(
        { service, handler: `index.${handler}`, dialect },
        { what: 'subclass' },
        { requestId: 'id-of-c72' },
      );
      expect(outcome.kind).toBe('error');
      const error = body(outcome) as { trace: string[] };
      expect(Object.keys(error)).toEqual(['errorType', 'errorMessage', 'trace']);
      expect(error).toMatchObject({ errorType: 'Refused', errorMessage: 'no' });
      expect(error.trace[0]).toBe('Refused: no');
      expect(error.trace[1]).toMatch(/at .*index\.js:\d+:\d+/);
      const [line = ''] = stdout.split('\n');
      const [time, requestId, level, label, json = ''] = line.split('\t');
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect([requestId, level, label]).toEqual(['id-of-c72', 'ERROR', 'Invoke Error ']);
      const logged = JSON.parse(json);
      expect(logged).toMatchObject({ errorType: 'Refused', code: 'E_REFUSED', extra: { why: 'a reason' } });
      expect(logged.stack[0]).toBe('Refused: no');
    },
  );

  test.each([
    ['string', { errorType: 'string', errorMessage: 'str', trace: [] }],
    ['number', { errorType: 'number', errorMessage: '42', trace: [] }],
    ['object', { errorType: 'object', errorMessage: '[object Object]', trace: [] }],
  ])('C73 a %s may be thrown', async (what, expected) => {
    const { outcome } = await invokeOnce({ service, handler: 'index.throws', dialect }, { what });
    expect(body(outcome)).toEqual(expected);
  });

  test.each(['undefined', 'null'])('C74 a rejection with %s is an error', async (what) => {
    const { outcome } = await invokeOnce({ service, handler: 'index.throws', dialect }, { what });
    const modern = { errorType: what === 'null' ? 'object' : 'undefined', errorMessage: what, trace: [] };
    expect(body(outcome)).toEqual(
      dialect === '22' ? { errorType: 'string', errorMessage: 'handled', trace: [] } : modern,
    );
  });

  test('C75 the character DEL is escaped', async () => {
    const { outcome } = await invokeOnce({ service, handler: 'index.throws', dialect }, { what: 'delete' });
    const error = body(outcome) as { errorMessage: string; trace: string[] };
    expect(error.errorMessage).toBe('a%7Fb');
    expect(error.trace[0]).toBe('Error: a%7Fb');
  });

  test('an error without a stack, and one whose fields throw, are reported', async () => {
    const unreadable =
      'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack';
    const stackless = await invokeOnce({ service, handler: 'index.throws', dialect }, { what: 'stackless' });
    expect(body(stackless.outcome)).toEqual(
      dialect === '22'
        ? { errorType: 'handled', errorMessage: unreadable }
        : { errorType: 'Error', errorMessage: 'bare', trace: [] },
    );
    const hostile = await invokeOnce({ service, handler: 'index.throws', dialect }, { what: 'hostile' });
    expect(body(hostile.outcome)).toMatchObject({ errorType: 'handled', errorMessage: unreadable });
    expect(hostile.stdout).toContain('ERROR');
  });

  test('an error that its own fields keep from the JSON log is another error up to Node.js 22, and then a crash', async () => {
    const options = { service, handler: 'index.throws', dialect, env: { AWS_LAMBDA_LOG_FORMAT: 'JSON' } };
    await using session = await startSession(options);
    const outcome = await session.invoke({ what: 'hostile' });
    // A newer V8 does not read the name of an error for its stack, so that it is the bootstrap which meets the getter.
    if (Number.parseInt(versionOf(defaultNode(dialect)), 10) >= 22) {
      expect(body(outcome)).toMatchObject({ errorType: 'handled' });
    } else if (dialect === '24') expect(outcome).toMatchObject({ kind: 'exit', code: 1 });
    else expect(body(outcome)).toMatchObject({ errorType: 'Error', errorMessage: 'in the getter of name' });
  });

  test('C80 a promise that never settles', async () => {
    const { outcome } = await invokeOnce({ service, handler: 'index.never', dialect });
    if (dialect === '24') {
      expect(outcome).toMatchObject({ kind: 'exit', code: 0 });
      return;
    }
    expect(body(outcome)).toMatchObject({ errorType: 'Runtime.NodeJsExit' });
    expect(body(outcome)).toMatchObject({
      errorMessage: expect.stringMatching(
        /^The Lambda runtime client detected an unexpected Node\.js exit code\. This is most commonly caused by a Promise that was never settled\./,
      ),
    });
  });

  test('C42 a second invocation finds the state of the first, and has its own request id and trace', async () => {
    await using session = await startSession({ service, handler: 'index.count', dialect });
    const trace = { headers: { 'Lambda-Runtime-Trace-Id': 'Root=1-a;Parent=b;Sampled=0' } };
    expect(body(await session.invoke({}, trace))).toEqual({ count: 1, trace: 'Root=1-a;Parent=b;Sampled=0' });
    expect(body(await session.invoke())).toEqual({ count: 2, trace: null });
    for (let count = 3; count <= 50; count += 1) expect(body(await session.invoke())).toEqual({ count, trace: null });
    expect(session.api.connections()).toBe(1);
  });
});

test('C80 a plain function that returns a promise that never settles gives null up to Node.js 22, and the process goes on', async () => {
  await using session = await startSession({ service, handler: 'index.neverPlain', dialect: '22' });
  expect(body(await session.invoke())).toBeNull();
  expect(body(await session.invoke())).toBeNull();
});

test('C74 undefined that is thrown before a promise is no error up to Node.js 22', async () => {
  const { outcome } = await invokeOnce({ service, handler: 'index.throwsSync', dialect: '22' }, { what: 'undefined' });
  expect(body(outcome)).toBeNull();
});
