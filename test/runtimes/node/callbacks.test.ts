import { describe, expect, test } from '@jest/globals';
import { body, invokeOnce, startSession } from './session.js';

const dialect = '22';
const service = 'node-callbacks';

async function outcomeOf(handler: string, event?: unknown): ReturnType<typeof invokeOnce> {
  return await invokeOnce({ service, handler: `index.${handler}`, dialect }, event);
}

describe('callbacks up to Node.js 22', () => {
  test('C76 a callback waits for the event loop to be empty', async () => {
    const { outcome } = await outcomeOf('waits');
    expect(body(outcome)).toEqual({ ticks: 1 });
  });

  test('C76 and does not where the handler says so', async () => {
    await using session = await startSession({ service, handler: 'index.doesNotWait', dialect });
    expect(body(await session.invoke())).toEqual({ ticks: 0 });
    while (!session.process.stdout().includes('ticked')) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(body(await session.invoke())).toEqual({ ticks: 1 });
  });

  test.each([
    ['', { errorType: 'string', errorMessage: '' }],
    [0, { errorType: 'number', errorMessage: '0' }],
    [false, { errorType: 'boolean', errorMessage: 'false' }],
    ['text', { errorType: 'string', errorMessage: 'text' }],
  ])('C77 a first argument of %j is an error', async (error, expected) => {
    const { outcome } = await outcomeOf('error', { error });
    expect(outcome.kind).toBe('error');
    expect(body(outcome)).toMatchObject(expected);
  });

  test('C77 null is none', async () => {
    expect(body((await outcomeOf('error', { error: null })).outcome)).toBe('x');
  });

  test('C78 the first call counts', async () => {
    const { outcome, stdout } = await outcomeOf('twice');
    expect(body(outcome)).toBe('first');
    expect(stdout).not.toContain('ERROR');
  });

  test.each([
    ['succeed', 'succeeded'],
    ['done', 'done'],
  ])('C78 context.%s sends its result at once', async (handler, expected) => {
    expect(body((await outcomeOf(handler)).outcome)).toBe(expected);
  });

  test.each([
    ['doneError', { errorType: 'TypeError', errorMessage: 'not done' }],
    ['fail', { errorType: 'string', errorMessage: 'failed' }],
    ['failEmpty', { errorType: 'string', errorMessage: 'handled' }],
    ['failThenSucceed', { errorType: 'Error', errorMessage: 'first' }],
  ])('C78 %s is an error', async (handler, expected) => {
    const { outcome } = await outcomeOf(handler);
    expect(outcome.kind).toBe('error');
    expect(body(outcome)).toMatchObject(expected);
  });

  test('a completion after the empty loop has answered is told of, and changes nothing', async () => {
    await using session = await startSession({ service, handler: 'index.late', dialect });
    expect(body(await session.invoke())).toBeNull();
    const told = 'Invocation has already been reported as done.';
    const isSaid = (words: string): boolean => session.process.stdout().includes(words);
    while (!isSaid(told) || !isSaid('nothing is left')) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(body(await session.invoke())).toBeNull();
  });

  test('C69 a result that cannot be serialized is an error', async () => {
    const unserializable = { errorType: 'Error', errorMessage: 'Unable to stringify response body' };
    expect(body((await outcomeOf('bigint')).outcome)).toMatchObject(unserializable);
    const { outcome, stdout } = await outcomeOf('bigintAfterLoop');
    expect(body(outcome)).toMatchObject(unserializable);
    expect(stdout).toContain('\tERROR\tUncaught Exception \t{');
  });

  test('C70 what a plain function returns is ignored', async () => {
    expect(body((await outcomeOf('returnsWithoutCalling')).outcome)).toBeNull();
  });

  test('C34 a result that was sent survives an exit that follows at once', async () => {
    await using session = await startSession({ service, handler: 'index.exitsAfterCallback', dialect });
    expect(body(await session.invoke())).toBe('sent');
    expect(await session.process.ended).toMatchObject({ code: 0 });
  });

  test('an exit before the event loop is empty loses the result, as it does on Lambda', async () => {
    expect((await outcomeOf('exitsBeforeEmptyLoop')).outcome).toMatchObject({ kind: 'exit', code: 0 });
  });
});
