import { describe, expect, test } from '@jest/globals';
import { body, type Dialect, dialects, initializeOnce, invokeOnce, startSession } from './session.js';

const service = 'node-crashes';

/** The answer that a crash posted, and how the process ended. */
async function crash(dialect: Dialect, handler: string, event?: unknown, rawEvent?: string) {
  await using session = await startSession({ service, handler, dialect });
  const outcome = await session.invoke(event, rawEvent === undefined ? {} : { event: rawEvent });
  return { outcome, ending: await session.process.ended };
}

describe('crashes up to Node.js 22', () => {
  test('C81 an unhandled rejection is reported and ends the process', async () => {
    const { outcome, ending } = await crash('22', 'index.rejection');
    expect(outcome.kind).toBe('error');
    expect(body(outcome)).toMatchObject({ errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'Error: un' });
    expect(ending.code).toBe(128);
    expect(ending.stdout).toMatch(
      /\tERROR\tUnhandled Promise Rejection \t\{.*"reason":\{"errorType":"Error","errorMessage":"un"/,
    );
  });

  test('a rejection with what has no text is the error that comes of reading it', async () => {
    const { outcome } = await crash('22', 'index.rejectsSymbol');
    expect(body(outcome)).toMatchObject({ errorType: 'TypeError', errorMessage: expect.stringContaining('Symbol') });
  });

  test('C82 an exception in a timer is reported and ends the process', async () => {
    const { outcome, ending } = await crash('22', 'index.timer');
    expect(body(outcome)).toMatchObject({ errorType: 'Error', errorMessage: 'unc' });
    expect(ending.code).toBe(129);
    expect(ending.stdout).toContain('\tERROR\tUncaught Exception \t{');
  });

  test('C83 an event that is not JSON is an error, and the process goes on', async () => {
    await using session = await startSession({ service, handler: 'index.echo', dialect: '22' });
    const outcome = await session.invoke({}, { event: '{"a":' });
    expect(outcome.kind).toBe('error');
    expect(body(outcome)).toMatchObject({ errorType: 'SyntaxError' });
    expect(body(await session.invoke('next'))).toBe('next');
  });

  test('an exception after the response ends the process and leaves the response', async () => {
    const { outcome, ending } = await crash('22', 'index.afterResponse');
    expect(body(outcome)).toBe('sent');
    expect(ending.code).toBe(129);
  });

  test('a rejection at import is reported as one', async () => {
    const { outcome, ending } = await initializeOnce({ service, handler: 'init-rejection.handler', dialect: '22' });
    expect(body(outcome)).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'Error: initrej',
    });
    expect(ending.code).toBe(128);
  });
});

describe('crashes from Node.js 24 on', () => {
  test.each([
    ['C81 an unhandled rejection', 'rejection', 'Error: un'],
    ['C82 an exception in a timer', 'timer', 'Error: unc'],
  ])('%s ends the process with what Node.js prints', async (_title, handler, printed) => {
    const { outcome, ending } = await crash('24', `index.${handler}`);
    expect(outcome).toMatchObject({ kind: 'exit', code: 1 });
    expect(ending.stderr).toContain(printed);
  });

  test('C83 an event that is not JSON ends the process', async () => {
    const { outcome } = await crash('24', 'index.echo', {}, '{"a":');
    expect(outcome).toMatchObject({ kind: 'exit', code: 1 });
  });

  test('an init error is posted, and then Node.js shows it', async () => {
    const { outcome, ending } = await initializeOnce({ service, handler: 'index.nope', dialect: '24' });
    expect(body(outcome)).toMatchObject({ errorType: 'Runtime.HandlerNotFound' });
    expect(ending).toMatchObject({ code: 1, stderr: expect.stringContaining('Runtime.HandlerNotFound') });
  });

  test('a rejection at import ends the process, and nothing is posted', async () => {
    await using session = await startSession({ service, handler: 'init-rejection.handler', dialect: '24' });
    expect(await session.process.ended).toMatchObject({ code: 1, stderr: expect.stringContaining('initrej') });
    expect(session.api.requests.filter(({ line }) => line.startsWith('POST'))).toEqual([]);
  });
});

describe.each(dialects)('exits in the dialect of Node.js %s', (dialect) => {
  test.each([0, 7])('process.exit(%i) ends the process with that code', async (code) => {
    const { outcome } = await crash(dialect, 'index.exit', { code });
    expect(outcome).toMatchObject({ kind: 'exit', code });
  });

  test('the process ends when the Runtime API is gone', async () => {
    const session = await startSession({ service, handler: 'index.echo', dialect });
    await session.invoke();
    await session.api.reachedNext(1);
    await session.api.close();
    expect(await session.process.ended).toMatchObject({ code: 1, signal: null });
  });
});

test('without a Runtime API the bootstrap says so', async () => {
  const { outcome } = await invokeOnce({
    service,
    handler: 'index.echo',
    dialect: '22',
    env: { AWS_LAMBDA_RUNTIME_API: '' },
  });
  expect(outcome).toMatchObject({ kind: 'exit', code: 1, stderr: expect.stringContaining('AWS_LAMBDA_RUNTIME_API') });
});
