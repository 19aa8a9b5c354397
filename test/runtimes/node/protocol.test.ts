import { describe, expect, test } from '@jest/globals';
import { body, type Dialect, defaultNode, dialects, otherNode, startSession, versionOf } from './session.js';

const results = 'node-results';

describe.each(dialects)('the protocol in the dialect of Node.js %s', (dialect) => {
  test('every request says which Node.js runs, on one connection', async () => {
    await using session = await startSession({ service: results, handler: 'index.echo', dialect });
    expect(body(await session.invoke({ a: 1 }))).toEqual({ a: 1 });
    expect(body(await session.invoke([2]))).toEqual([2]);
    expect(session.api.connections()).toBe(1);
    expect(session.api.requests.map(({ headers }) => headers['user-agent'])).toEqual(
      session.api.requests.map(() => `invoke-local-node/${versionOf(defaultNode(dialect))}`),
    );
    const peak = session.api.requests.map(({ headers }) => Number(headers['invoke-local-peak-memory-kib'] ?? 0) > 0);
    expect(peak).toEqual(session.api.requests.map(() => process.platform !== 'linux'));
  });

  test('C24 a request id is percent-encoded in URLs', async () => {
    await using session = await startSession({ service: results, handler: 'index.echo', dialect });
    expect(body(await session.invoke(1, { requestId: 'a/b?c d#e%' }))).toBe(1);
    expect(session.api.requests.map(({ line }) => line)).toContain(
      'POST /2018-06-01/runtime/invocation/a%2Fb%3Fc%20d%23e%25/response',
    );
  });

  test('an event of 6 MB and one of many small pieces arrive whole', async () => {
    await using session = await startSession({ service: results, handler: 'index.size', dialect });
    const large = `${'a'.repeat(6_000_000)}é✓`;
    expect(body(await session.invoke({ text: large }))).toEqual({ length: 6_000_002, last: 'aé✓' });
    const bytes = Buffer.from(JSON.stringify({ text: 'é✓😀' }));
    const pieces = Array.from(bytes, (byte) => Buffer.of(byte));
    expect(body(await session.invoke({}, { pieces }))).toEqual({ length: 4, last: '✓😀' });
    expect(body(await session.invoke({ text: 'abc' }))).toEqual({ length: 3, last: 'abc' });
  });

  test('a response of several megabytes of Unicode arrives whole', async () => {
    await using session = await startSession({ service: results, handler: 'index.large', dialect });
    expect(body(await session.invoke({ times: 600_000 }))).toBe('é✓😀'.repeat(600_000));
  });

  test('what the code patches is not what the runtime uses', async () => {
    await using session = await startSession({ service: 'node-hostile', handler: 'index.handler', dialect });
    const texts = [0, 10, 5_000_000];
    for (const [n, size] of texts.entries()) {
      expect(body(await session.invoke({ n, size }, { requestId: `r-${n}` }))).toEqual({ n, text: 'x'.repeat(size) });
    }
    await session.api.reachedNext(texts.length);
    expect(session.process.stdout()).toMatch(/Z\tr-0\tINFO\tprinted 0\n/);
  });

  test('and errors are reported from there as well', async () => {
    await using session = await startSession({ service: 'node-hostile', handler: 'index.fails', dialect });
    const outcome = await session.invoke();
    expect(outcome.kind).toBe('error');
    expect(body(outcome)).toMatchObject({ errorType: 'TypeError', errorMessage: 'as usual' });
  });
});

describe.each([22, 24] as const)('under Node.js %i itself', (major) => {
  const node = otherNode(major);
  const dialect = String(major) as Dialect;
  const title =
    node === undefined
      ? ` (skipped: neither INVOKE_LOCAL_TEST_NODE_${major} nor the package node-${major} is there)`
      : '';
  const run = node === undefined ? test.skip : test;

  run(`results, errors, callbacks, streams and crashes are as declared${title}`, async () => {
    const outcomeOf = async (service: string, handler: string, event?: unknown) => {
      await using session = await startSession({ service, handler, dialect, node: node ?? '' });
      return await session.invoke(event);
    };
    expect(body(await outcomeOf(results, 'index.echo', { a: 'é' }))).toEqual({ a: 'é' });
    expect(body(await outcomeOf(results, 'index.sync'))).toEqual(major === 22 ? null : { sync: true });
    expect(body(await outcomeOf(results, 'index.throws', { what: 'subclass' }))).toMatchObject({
      errorType: 'Refused',
    });
    expect(body(await outcomeOf('node-loading', 'slow.handler'))).toBe('after top-level await');
    expect(body(await outcomeOf('node-hostile', 'index.handler', { n: 1 }))).toEqual({ n: 1, text: '' });
    expect(await outcomeOf('node-streaming', 'index.pipes')).toMatchObject({ kind: 'response' });
    const unsettled = await outcomeOf(results, 'index.never');
    expect(unsettled.kind).toBe(major === 22 ? 'error' : 'exit');
    const rejection = await outcomeOf('node-crashes', 'index.rejection');
    expect(rejection.kind).toBe(major === 22 ? 'error' : 'exit');
  });
});
