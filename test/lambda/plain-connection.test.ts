import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBody } from '../../src/lambda/runtime-api/body.js';
import type { ApiRequest, ApiResponse } from '../../src/lambda/runtime-api/exchange.js';
import { type ConnectionServer, servePlainly } from '../../src/lambda/runtime-api/plain-connection.js';
import { seedOfChance } from '../chance.js';

/** What was asked, as it was understood. */
interface Asked {
  readonly line: string;
  readonly headers: ApiRequest['headers'];
  readonly body: string;
}

/** A connection that is served plainly, and the other end of it. */
interface Pair extends AsyncDisposable {
  readonly client: Socket;
  readonly asked: Asked[];
  /** What the client got so far. */
  readonly received: () => string;
  /** Settles with what was left to read when the connection was handed over. */
  readonly takenOver: Promise<string>;
  /** Has the answers wait until they are asked for, and gives them in the order of the requests' numbers. */
  readonly waiting: ApiResponse[];
}

interface PairOptions {
  readonly answersWait?: boolean;
  readonly accepts?: NonNullable<ConnectionServer['accepts']>;
}

const pairs: Pair[] = [];
afterEach(async () => {
  for (const pair of pairs.splice(0)) await pair[Symbol.asyncDispose]();
});

async function openPair({ answersWait = false, accepts }: PairOptions = {}): Promise<Pair> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const accepted = once(listener, 'connection') as Promise<[Socket]>;
  const client = connect((listener.address() as AddressInfo).port, '127.0.0.1');
  const [socket] = await accepted;
  const chunks: string[] = [];
  client.setEncoding('latin1').on('data', (chunk: string) => chunks.push(chunk));
  client.on('error', () => {});
  const asked: Asked[] = [];
  const waiting: ApiResponse[] = [];
  const takenOver = new Promise<string>((resolve) => {
    const handle = async (request: ApiRequest, response: ApiResponse): Promise<void> => {
      const number = asked.length;
      asked.push({ line: `${request.method} ${request.url}`, headers: request.headers, body: '' });
      const body = await readBody(request, 10_000_000);
      const text = body.kind === 'complete' ? body.bytes.toString('latin1') : body.kind;
      asked[number] = { line: `${request.method} ${request.url}`, headers: request.headers, body: text };
      if (answersWait) waiting[number] = response;
      else answer(response, `answer ${number}`);
    };
    servePlainly(socket, {
      ...(accepts === undefined ? {} : { accepts }),
      handle: (request, response) => void handle(request, response),
      takeOver: (taken) => taken.once('data', (chunk: Buffer) => resolve(chunk.toString('latin1'))).resume(),
    });
  });
  const pair: Pair = {
    client,
    asked,
    waiting,
    received: () => chunks.join(''),
    takenOver,
    async [Symbol.asyncDispose]() {
      client.destroy();
      socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
  pairs.push(pair);
  return pair;
}

function answer(response: ApiResponse, text: string): void {
  response.writeHead(200, { 'Content-Length': text.length });
  response.end(text);
}

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 2));
}

const ping = 'GET /2018-06-01/ping HTTP/1.1\r\nHost: localhost\r\n\r\n';
const postOf = (body: string): string =>
  `POST /2018-06-01/runtime/invocation/1/response HTTP/1.1\r\nHost: h\r\nContent-Type:  text/plain \r\nContent-Length: ${body.length}\r\n\r\n${body}`;

test('requests are understood however their bytes are cut, and answered in their order', async () => {
  const request = fc.oneof(fc.constant(ping), fc.string({ unit: 'binary-ascii', maxLength: 200 }).map(postOf));
  const requests = fc.array(request, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(requests, fc.infiniteStream(fc.integer({ min: 1, max: 60 })), async (texts, lengths) => {
      await using pair = await openPair();
      const whole = texts.join('');
      for (let at = 0; at < whole.length; ) {
        const length = lengths.next().value ?? 1;
        pair.client.write(whole.slice(at, at + length), 'latin1');
        at += length;
        await new Promise((resolve) => setImmediate(resolve));
      }
      const answers = texts.map((_, index) => `HTTP/1.1 200 \r\nContent-Length: 8\r\n\r\nanswer ${index}`).join('');
      await until(() => pair.received().length >= answers.length);
      expect(pair.received()).toBe(answers);
      expect(pair.asked.map(({ body }) => body)).toEqual(
        texts.map((text) => text.split('\r\n\r\n').slice(1).join('\r\n\r\n')),
      );
    }),
    { numRuns: 25, seed: seedOfChance },
  );
});

test('names of headers are in lower case, their values without spaces around them', async () => {
  const { client, asked } = await openPair();
  client.write(postOf('abc'));
  await until(() => asked[0]?.body === 'abc');
  expect(asked[0]).toEqual({
    line: 'POST /2018-06-01/runtime/invocation/1/response',
    headers: { host: 'h', 'content-type': 'text/plain', 'content-length': '3' },
    body: 'abc',
  });
});

test('an answer waits for those to earlier requests', async () => {
  const { client, waiting, received } = await openPair({ answersWait: true });
  client.write(ping + postOf('a'));
  await until(() => waiting.filter(Boolean).length === 2);
  const [first, second] = waiting;
  if (first === undefined || second === undefined) throw new Error('they did not come');
  answer(second, 'second');
  answer(first, 'first');
  await until(() => received().includes('second'));
  expect(received().indexOf('first')).toBeLessThan(received().indexOf('second'));
});

test('a body that ends early is told from a whole one', async () => {
  const { client, asked } = await openPair();
  client.end(postOf('abcdef').slice(0, -3));
  await until(() => asked[0]?.body !== '' && asked.length > 0);
  expect(asked[0]?.body).toBe('truncated');
});

describe('a connection is handed over, its bytes unread, at', () => {
  const head = 'POST /2018-06-01/runtime/invocation/1/response HTTP/1.1\r\nHost: h\r\n';
  test.each([
    ['a chunked body', `${head}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`],
    ['a body of unknown length', `${head}\r\nabc`],
    ['a length that is none', `${head}Content-Length: 1e3\r\n\r\nabc`],
    ['a header that is there twice', `${head}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`],
    ['a header on several lines', `${head}X-A: b\r\n c\r\nContent-Length: 0\r\n\r\n`],
    ['a wish for the connection', `GET /2018-06-01/ping HTTP/1.1\r\nConnection: close\r\n\r\n`],
    ['a wish to be asked for the body', `${head}Content-Length: 3\r\nExpect: 100-continue\r\n\r\n`],
    ['another method', 'DELETE /2018-06-01/ping HTTP/1.1\r\n\r\n'],
    ['another API', 'POST /2020-01-01/extension/register HTTP/1.1\r\nContent-Length: 0\r\n\r\n'],
    ['an older protocol', 'GET /2018-06-01/ping HTTP/1.0\r\n\r\n'],
    ['no HTTP at all', '\r\n\r\n'],
  ])('%s', async (_, text) => {
    const { client, takenOver, received, asked } = await openPair();
    client.write(ping + text, 'latin1');
    expect(await takenOver).toBe(text);
    expect(asked).toHaveLength(1);
    await until(() => received().includes('answer 0'));
  });

  test('a request that is not accepted', async () => {
    const { client, takenOver, received, asked } = await openPair({ accepts: ({ token }) => token === 'own' });
    const own = ping.replace('Host', 'Token: own\r\nHost');
    const foreign = postOf('abc').replace('Host', 'Token: foreign\r\nHost');
    client.write(own + foreign + own, 'latin1');
    expect(await takenOver).toBe(foreign + own);
    expect(asked).toHaveLength(1);
    await until(() => received().includes('answer 0'));
  });

  test('a head without an end', async () => {
    const { client, takenOver } = await openPair();
    client.write(`GET /2018-06-01/ping HTTP/1.1\r\nX-A: ${'a'.repeat(3_000_000)}`);
    expect(await takenOver).toMatch(/^GET .*a$/s);
  });
});
