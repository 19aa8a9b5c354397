import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { InitError, RuntimeAnswer } from '../../src/lambda/runtime-api/invocation.js';
import { reportedErrorType } from '../../src/lambda/runtime-api/invocation.js';
import { asciiJson } from '../../src/lambda/runtime-api/next.js';
import { RuntimeApi } from '../../src/lambda/runtime-api/runtime-api.js';
import { deferred } from '../../src/process/deferred.js';
import { apiClient } from './api-client.js';

const requestId = '8476a536-e9f4-11e8-9739-2dfe598c3fcd';
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f';

let api: RuntimeApi;
let client: ReturnType<typeof apiClient>;
let answers: RuntimeAnswer[];
let initErrors: InitError[];

beforeEach(async () => {
  answers = [];
  initErrors = [];
  api = await RuntimeApi.listen();
  api.reset({
    onConnected: () => {},
    onNext: () => {},
    onAnswer: (answer) => answers.push(answer),
    onInitError: (error) => initErrors.push(error),
  });
  client = apiClient(api.address);
});

afterEach(async () => {
  client.close();
  await api[Symbol.asyncDispose]();
});

function dispatch(event = '{"a":1}', id = requestId, more: object = {}): void {
  api.dispatch({ requestId: id, event: Buffer.from(event), deadlineMs: Date.now() + 3000, functionArn, ...more });
}

const tenMinutes = process.env['INVOKE_LOCAL_TEST_TEN_MINUTES'] === '1';

describe('next', () => {
  test('C1 an invocation comes with its id, deadline, ARN and exactly application/json', async () => {
    const before = Date.now();
    dispatch();
    const after = Date.now();
    const { status, headers, body } = await client.next();
    expect(status).toBe(200);
    expect(body).toBe('{"a":1}');
    expect(headers['content-type']).toBe('application/json');
    expect(headers['lambda-runtime-aws-request-id']).toBe(requestId);
    expect(headers['lambda-runtime-invoked-function-arn']).toBe(functionArn);
    const deadlineMs = Number(headers['lambda-runtime-deadline-ms']);
    expect(deadlineMs).toBeGreaterThanOrEqual(before + 3000);
    expect(deadlineMs).toBeLessThanOrEqual(after + 3000);
  });

  test('C2 a request without work stays open until there is some', async () => {
    const next = client.next();
    const early = await Promise.race([next, new Promise((resolve) => setTimeout(() => resolve('open'), 300))]);
    expect(early).toBe('open');
    dispatch('{"late":true}');
    expect((await next).body).toBe('{"late":true}');
  });

  (tenMinutes ? test : test.skip)(
    'C2 a request without work stays open for ten minutes (with INVOKE_LOCAL_TEST_TEN_MINUTES=1)',
    async () => {
      const next = client.next();
      await new Promise((resolve) => setTimeout(resolve, 600_000));
      dispatch('{"late":true}');
      expect((await next).body).toBe('{"late":true}');
    },
    660_000,
  );

  test('C9 asking twice without an answer gives the same event and id again', async () => {
    dispatch();
    const first = await client.next();
    const second = await client.next();
    expect(second.body).toBe(first.body);
    expect(second.headers['lambda-runtime-aws-request-id']).toBe(requestId);
  });

  test('C27 C28 headers carry the client context, identity and trace, and are absent where there are none', async () => {
    dispatch('{}', requestId, {
      clientContext: '{"custom":{"k":"Zoë 😀"}}',
      cognitoIdentity: '{"cognitoIdentityId":"i","cognitoIdentityPoolId":"p"}',
      traceId: 'Root=1-6996f47f-000000000000000000000000;Parent=75ab38d9ffc2bbf9;Sampled=0',
    });
    const { headers } = await client.next();
    expect(JSON.parse(String(headers['lambda-runtime-client-context']))).toEqual({ custom: { k: 'Zoë 😀' } });
    expect(headers['lambda-runtime-cognito-identity']).toBe('{"cognitoIdentityId":"i","cognitoIdentityPoolId":"p"}');
    expect(headers['lambda-runtime-trace-id']).toMatch(/^Root=1-/);
    await client.respond(requestId, { body: '1' });
    dispatch('{}', 'b4fc1d2f-0000-4000-8000-000000000000');
    const second = await client.next();
    for (const name of ['client-context', 'cognito-identity', 'trace-id']) {
      expect(second.headers).not.toHaveProperty(`lambda-runtime-${name}`);
    }
  });
});

describe('response', () => {
  test('C3 a response with the right id is accepted, and its bytes are the answer', async () => {
    dispatch();
    await client.next();
    const { status, headers, body } = await client.respond(requestId, { body: '{"ok":"é"}' });
    expect([status, headers['content-type'], body]).toEqual([202, 'application/json', '{"status":"OK"}\n']);
    expect(answers).toMatchObject([{ kind: 'response', body: Buffer.from('{"ok":"é"}') }]);
  });

  test('C4 an unknown id is refused, and the invocation stays pending', async () => {
    dispatch();
    await client.next();
    const { status, body } = await client.respond('nope', { body: '1' });
    expect(status).toBe(400);
    expect(body).toBe('{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}\n');
    expect(answers).toEqual([]);
    expect((await client.respond(requestId, { body: '2' })).status).toBe(202);
  });

  test('C5 a response before any next is refused', async () => {
    expect((await client.respond(requestId, { body: '1' })).status).toBe(400);
    dispatch();
    expect((await client.respond(requestId, { body: '1' })).status).toBe(403);
  });

  test('C6 C7 a second answer before the next request is refused, and the first one stands', async () => {
    dispatch();
    await client.next();
    await client.respond(requestId, { body: '1' });
    const duplicate = await client.respond(requestId, { body: '2' });
    expect(duplicate.status).toBe(403);
    expect(JSON.parse(duplicate.body)).toEqual({
      errorMessage:
        'State transition from RuntimeResponseSentState to InvocationResponse failed for runtime. Error: State transition is not allowed',
      errorType: 'InvalidStateTransition',
    });
    expect((await client.fail(requestId, { body: '{}' })).status).toBe(403);
    expect(answers).toHaveLength(1);
  });

  test('C8 the previous id is unknown once the next invocation was asked for', async () => {
    dispatch();
    await client.next();
    await client.respond(requestId, { body: '1' });
    const next = client.next();
    await expect(client.respond(requestId, { body: '2' })).resolves.toMatchObject({ status: 400 });
    dispatch('{}', 'b4fc1d2f-0000-4000-8000-000000000000');
    await next;
  });

  test('C18 a streamed response is put together', async () => {
    dispatch();
    await client.next();
    const headers = { 'Lambda-Runtime-Function-Response-Mode': 'streaming', 'Transfer-Encoding': 'chunked' };
    expect((await client.respond(requestId, { headers, pieces: ['a', 'b', 'c'] })).status).toBe(202);
    expect(answers).toMatchObject([{ kind: 'response', streaming: true, body: Buffer.from('abc') }]);
  });

  test('C19 an unknown response mode is refused and fails the invocation', async () => {
    dispatch();
    await client.next();
    const headers = { 'Lambda-Runtime-Function-Response-Mode': 'bogus' };
    const { status, body } = await client.respond(requestId, { headers, body: 'x' });
    expect([status, JSON.parse(body).errorType]).toEqual([400, 'InvalidFunctionResponseMode']);
    expect(answers).toMatchObject([{ kind: 'error', errorType: 'Runtime.InvalidResponseModeHeader' }]);
    expect((await client.next()).status).toBe(403);
  });

  test('C20 the trailers of a streamed response are its error', async () => {
    dispatch();
    await client.next();
    const error = JSON.stringify({ errorType: 'Error', errorMessage: 'mid' });
    await client.respond(requestId, {
      headers: {
        'Lambda-Runtime-Function-Response-Mode': 'streaming',
        'Transfer-Encoding': 'chunked',
        Trailer: 'Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body',
      },
      pieces: ['part'],
      trailers: {
        'Lambda-Runtime-Function-Error-Type': 'Error',
        'Lambda-Runtime-Function-Error-Body': Buffer.from(error).toString('base64'),
      },
    });
    expect(answers).toMatchObject([
      { body: Buffer.from('part'), streamError: { errorType: 'Error', body: Buffer.from(error) } },
    ]);
  });

  test('C21 a response of 6291556 bytes passes, one byte more is too large', async () => {
    dispatch();
    await client.next();
    expect((await client.respond(requestId, { body: Buffer.alloc(6_291_556, 0x61) })).status).toBe(202);
    dispatch('{}', 'second');
    await client.next();
    const { status, body } = await client.respond('second', { body: Buffer.alloc(6_291_557, 0x61) });
    expect(status).toBe(413);
    expect(JSON.parse(body)).toEqual({
      errorMessage: 'Exceeded maximum allowed payload size (6291556 bytes).',
      errorType: 'RequestEntityTooLarge',
    });
    expect(JSON.parse(String(answers[1]?.body))).toEqual({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
    dispatch('{"again":1}', 'third');
    expect((await client.next()).body).toBe('{"again":1}');
  });

  test('C22 a connection that ends within a streamed response makes it truncated', async () => {
    dispatch();
    await client.next();
    const headers = { 'Lambda-Runtime-Function-Response-Mode': 'streaming', 'Transfer-Encoding': 'chunked' };
    await expect(client.respond(requestId, { headers, pieces: ['part'], abort: true })).rejects.toThrow();
    while (answers.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answers).toMatchObject([{ kind: 'error', errorType: 'Runtime.TruncatedResponse' }]);
  });

  test('C24 the id may be percent-encoded', async () => {
    dispatch();
    await client.next();
    expect((await client.respond(requestId.replaceAll('-', '%2D'), { body: '1' })).status).toBe(202);
  });

  test('C26 a buffered response may be chunked', async () => {
    dispatch();
    await client.next();
    await client.respond(requestId, { headers: { 'Transfer-Encoding': 'chunked' }, pieces: ['{"a":', '1}'] });
    expect(answers).toMatchObject([{ streaming: false, body: Buffer.from('{"a":1}') }]);
  });
});

describe('errors', () => {
  test('C10 an error without the type header has the type of its body', async () => {
    dispatch();
    await client.next();
    expect((await client.fail(requestId, { body: '{"errorType":"MyErr","errorMessage":"m"}' })).status).toBe(202);
    expect(answers).toMatchObject([{ kind: 'error', errorType: 'MyErr' }]);
  });

  test('an error whose body has no type has that of the header', async () => {
    dispatch();
    await client.next();
    const headers = { 'Lambda-Runtime-Function-Error-Type': 'Runtime.BadFunctionCode' };
    await client.fail(requestId, { body: '{"errorMessage":"m"}', headers });
    expect(answers).toMatchObject([{ kind: 'error', errorType: 'Runtime.BadFunctionCode' }]);
  });

  test('C11 an error that is not JSON is passed on as it came', async () => {
    dispatch();
    await client.next();
    await client.fail(requestId, { body: 'not { json' });
    expect(answers).toMatchObject([{ kind: 'error', body: Buffer.from('not { json') }]);
  });

  test.each([
    ['MyErr', 'Runtime.Unknown'],
    ['Function.Abc', 'Function.Abc'],
    ['Function.9', 'Function.Unknown'],
    ['Runtime.ImportModuleError', 'Runtime.ImportModuleError'],
    [undefined, 'Runtime.Unknown'],
  ])('C12 the type header %s is recorded as %s', (header, recorded) => {
    expect(reportedErrorType(header)).toBe(recorded);
  });

  test.each([
    [
      'C13',
      'loses its cause',
      '{"errorMessage":"m","errorType":"T","stackTrace":[],"errorCause":{}}',
      '{"errorMessage":"m","errorType":"T","stackTrace":[]}',
    ],
    ['C14', 'that is malformed is an invalid error body', '{"errorMessage', '"Invalid error body"'],
  ])('%s an error of the cause type %s', async (_case, _title, body, expected) => {
    dispatch();
    await client.next();
    await client.fail(requestId, { body, headers: { 'Content-Type': 'application/vnd.aws.lambda.error.cause+json' } });
    expect(String(answers[0]?.body)).toBe(expected);
  });

  test('C16 C17 an init error is accepted once, and only before the first next', async () => {
    const headers = { 'Lambda-Runtime-Function-Error-Type': 'Runtime.ImportModuleError' };
    expect((await client.failInit({ headers, body: '{"errorType":"X"}' })).status).toBe(202);
    expect(initErrors).toEqual([{ body: Buffer.from('{"errorType":"X"}'), errorType: 'Runtime.ImportModuleError' }]);
    expect((await client.failInit({ body: '{}' })).status).toBe(403);
    expect((await client.next()).status).toBe(403);
  });

  test('C16 an init error after the first next is refused', async () => {
    dispatch();
    await client.next();
    expect((await client.failInit({ body: '{}' })).status).toBe(403);
  });

  test('C25 a cause header of 1 MiB is accepted', async () => {
    dispatch();
    await client.next();
    const headers = { 'Lambda-Runtime-Function-XRay-Error-Cause': 'x'.repeat(1024 * 1024 - 100) };
    expect((await client.fail(requestId, { headers, body: '{}' })).status).toBe(202);
  });
});

describe('a process that has gone while it is found out who it was', () => {
  /** Sends a request and ends with it; the process is known to be the sandbox's only once its connection has closed. */
  async function sendAndEnd(path: string, head: string, body: string): Promise<void> {
    const closed = deferred<void>();
    api.guard = {
      isToken: () => false,
      admits: (socket) => {
        socket.once('close', () => closed.resolve());
        return closed.promise.then(() => true);
      },
    };
    const socket = connect(api.port, '127.0.0.1');
    const bytes = `POST /2018-06-01/runtime/${path} HTTP/1.1\r\nHost: api\r\n${head}\r\n\r\n${body}`;
    socket.write(bytes, () => socket.destroy());
    await closed.promise;
    // What it has asked for its event with ends with it, too.
    client.close();
    await api.drained(5_000);
  }

  test('its whole response counts', async () => {
    dispatch();
    await client.next();
    await sendAndEnd(`invocation/${requestId}/response`, 'Content-Length: 7', '{"a":2}');
    expect(answers).toEqual([{ kind: 'response', body: Buffer.from('{"a":2}'), streaming: false }]);
  });

  test('half of a response is a truncated one', async () => {
    dispatch();
    await client.next();
    await sendAndEnd(`invocation/${requestId}/response`, 'Content-Length: 70', '{"a":2');
    expect(answers).toMatchObject([{ kind: 'error', errorType: 'Runtime.TruncatedResponse' }]);
  });

  test('its error counts', async () => {
    dispatch();
    await client.next();
    await sendAndEnd(
      `invocation/${requestId}/error`,
      'Transfer-Encoding: chunked',
      '11\r\n{"errorType":"E"}\r\n0\r\n\r\n',
    );
    expect(answers).toEqual([{ kind: 'error', body: Buffer.from('{"errorType":"E"}'), errorType: 'E' }]);
  });

  test('its init error counts', async () => {
    await sendAndEnd('init/error', 'Content-Length: 17', '{"errorType":"E"}');
    expect(initErrors).toMatchObject([{ body: Buffer.from('{"errorType":"E"}') }]);
  });
});

test('a response over the limit that comes before it is known who sends it is answered', async () => {
  dispatch();
  await client.next();
  const asked = deferred<void>();
  api.guard = { isToken: () => false, admits: () => asked.promise.then(() => true) };
  const other = apiClient(api.address);
  const answer = other.respond(requestId, { body: Buffer.alloc(30 * 1024 * 1024) });
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 300))]);
  asked.resolve();
  expect(await answer).toMatchObject({ status: 413 });
  expect(answers).toMatchObject([{ errorType: 'Function.ResponseSizeTooLarge' }]);
  other.close();
});

describe('the server', () => {
  test('C23 it answers a ping, and knows what it does not have', async () => {
    expect(await client.send('GET', '/2018-06-01/ping')).toMatchObject({ status: 200, body: 'pong' });
    expect((await client.send('GET', '/2018-06-01/runtime/nothing')).status).toBe(404);
    expect((await client.send('GET', `/2018-06-01/runtime/invocation/${requestId}/response`)).status).toBe(405);
  });

  test('it is not reachable from other addresses of the machine', async () => {
    const port = Number(api.address.split(':')[1]);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) {
      await expect(
        new Promise((resolve, reject) => {
          connect(port, address).on('connect', resolve).on('error', reject);
        }),
      ).rejects.toThrow('ECONNREFUSED');
    }
    expect(api.address).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  test('what a runtime has left is waited for, and not the connections of others', async () => {
    let told = (): void => {};
    const asked = new Promise<void>((resolve) => {
      api.others = {
        handle: async (_request, response) => {
          told = () => response.end('told');
          setImmediate(resolve);
          return true;
        },
      };
    });
    api.expectOthers(true);
    const extension = client.send('GET', '/2020-01-01/extension/event/next');
    await asked;
    await api.drained(600_000);
    told();
    expect((await extension).body).toBe('told');
  });

  test('what is sent for a runtime that was replaced is not taken for an answer', async () => {
    dispatch();
    await client.next();
    const late = client.respond(requestId, { headers: { 'Transfer-Encoding': 'chunked' }, pieces: ['x'], abort: true });
    api.reset({ onConnected() {}, onNext() {}, onAnswer: (answer) => answers.push(answer), onInitError() {} });
    await expect(late).rejects.toThrow();
    expect(answers).toEqual([]);
  });

  test('JSON in a header is plain ASCII on one line', () => {
    expect(asciiJson('{"a":"é😀"}')).toBe('{"a":"\\u00e9\\ud83d\\ude00"}');
    expect(asciiJson('{\r\n"a":1}')).toBe('{  "a":1}');
  });
});
