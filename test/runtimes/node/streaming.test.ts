import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../runtime-api-stub.js';
import { type Dialect, dialects, initializeOnce, invokeOnce, startSession } from './session.js';

const service = 'node-streaming';

async function stream(dialect: Dialect, handler: string): Promise<Answer & { readonly log: string }> {
  const { outcome, stdout } = await invokeOnce({ service, handler: `index.${handler}`, dialect });
  if (outcome.kind !== 'response') throw new Error(`no response: ${stdout}`);
  expect(outcome.headers).toMatchObject({
    'lambda-runtime-function-response-mode': 'streaming',
    'transfer-encoding': 'chunked',
    trailer: 'Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body',
  });
  return { ...outcome, log: stdout };
}

/** The error in the trailers of a streamed response. */
function trailer({ trailers }: Answer): { errorType: string; errorMessage: string } {
  const error = JSON.parse(Buffer.from(trailers['lambda-runtime-function-error-body'] ?? '', 'base64').toString());
  expect(trailers['lambda-runtime-function-error-type']).toBe(error.errorType);
  return error;
}

describe.each(dialects)('streaming in the dialect of Node.js %s', (dialect) => {
  test('C85 what is written arrives, what is no text or bytes as JSON', async () => {
    const answer = await stream(dialect, 'writes');
    expect(answer.body.toString()).toBe('one {"two":2} thrée');
    expect(answer.headers['content-type']).toBe('text/plain');
    expect(answer.trailers).toEqual({});
  });

  test('C85 HttpResponseStream puts a prelude and eight NUL bytes before the first write', async () => {
    const answer = await stream(dialect, 'prelude');
    expect(answer.headers['content-type']).toBe('application/vnd.awslambda.http-integration-response');
    expect(answer.body.toString()).toBe(
      '{"statusCode":201,"headers":{"x-a":"b"},"cookies":["c=d"]}\0\0\0\0\0\0\0\0body',
    );
  });

  test('a stream that only ends has no prelude', async () => {
    expect((await stream(dialect, 'preludeOnlyEnd')).body.length).toBe(0);
  });

  test('C85 the content type cannot be set after a write', async () => {
    const answer = await stream(dialect, 'lateType');
    expect(answer.body.toString()).toBe('x');
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(trailer(answer)).toMatchObject({
      errorType: 'Runtime.InvalidStreamingOperation',
      errorMessage: 'Cannot set content-type, too late.',
    });
  });

  test.each([
    ['throwsFirst', '', { errorType: 'TypeError', errorMessage: 'before' }],
    ['throwsLater', 'part', { errorType: 'TypeError', errorMessage: 'after' }],
    ['brokenPipe', 'part', { errorType: 'RangeError', errorMessage: 'source' }],
  ])('C86 an error stands in the trailers: %s', async (handler, text, error) => {
    const answer = await stream(dialect, handler);
    expect(answer.body.toString()).toBe(text);
    expect(trailer(answer)).toMatchObject(error);
    expect(answer.log).toContain(`\tERROR\tInvoke Error \t{"errorType":"${error.errorType}"`);
  });

  test('C86 a stream that never ends waits', async () => {
    await using session = await startSession({ service, handler: 'index.neverEnds', dialect });
    const waited = new Promise((resolve) => setTimeout(resolve, 400, 'waiting'));
    expect(await Promise.race([session.invoke(), waited])).toBe('waiting');
  });

  test('a handler that is not async is refused', async () => {
    const answer = await stream(dialect, 'notAsync');
    expect(answer.body.toString()).toBe('part');
    expect(trailer(answer)).toMatchObject({
      errorType: dialect === '22' ? 'string' : 'Error',
      errorMessage: 'Streaming does not support non-async handlers.',
    });
  });

  test('a value that is returned is warned of', async () => {
    const answer = await stream(dialect, 'returns');
    expect(answer.body.toString()).toBe('x');
    expect(answer.log).toContain('\tWARN\tStreaming handlers ignore return values.');
  });

  test('a pipeline of several megabytes arrives whole, and the process serves on', async () => {
    await using session = await startSession({ service, handler: 'index.pipes', dialect });
    for (let round = 0; round < 2; round += 1) {
      const outcome = await session.invoke();
      if (outcome.kind !== 'response') throw new Error('no response');
      expect(outcome.body.length).toBe(6_400_000);
      expect(outcome.body.subarray(-1).toString()).toBe(String.fromCharCode(65 + (63 % 26)));
    }
    expect(session.api.connections()).toBe(1);
  });

  test('a write after the end does not end the process', async () => {
    await using session = await startSession({ service, handler: 'index.writesAfterEnd', dialect });
    expect(await session.invoke()).toMatchObject({ kind: 'response' });
    await session.api.reachedNext(1);
  });

  test('the handler gets the context third', async () => {
    const keys = JSON.parse((await stream(dialect, 'context')).body.toString());
    expect(keys).toContain('getRemainingTimeInMillis');
    expect(keys.includes('callbackWaitsForEmptyEventLoop')).toBe(dialect === '22');
    expect(keys).not.toContain('done');
  });

  test('a tag other than response is an init error', async () => {
    const { outcome } = await initializeOnce({ service, handler: 'index.wrongTag', dialect });
    if (outcome.kind === 'exit') throw new Error('nothing was posted');
    expect(outcome.json()).toMatchObject({ errorType: 'Runtime.MalformedStreamingHandler' });
  });
});

test('an exception in a timer cuts the response off up to Node.js 22', async () => {
  await using session = await startSession({ service, handler: 'index.crashes', dialect: '22' });
  expect(await session.invoke()).toMatchObject({ kind: 'exit', code: 129 });
});
