import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { polled } from '../../src/process/polled.js';
import { settlesWithin } from '../../src/process/settles-within.js';

/** What the runtime posted for an invocation, or for its initialization. */
export interface Answer {
  readonly kind: 'response' | 'error' | 'init-error';
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly trailers: NodeJS.Dict<string>;
}

/** One event for the runtime, with the headers that the Runtime API sends beside it. */
export interface StubInvocation {
  readonly requestId: string;
  readonly event: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends the event in these pieces, each in a write of its own, with chunked transfer encoding. */
  readonly pieces?: readonly Buffer[];
}

/** A Runtime API for one runtime process, as small as the protocol allows. */
export interface RuntimeApiStub {
  /** The value for `AWS_LAMBDA_RUNTIME_API`. */
  readonly address: string;
  /** The headers of every request, in order, with its method and path. */
  readonly requests: ReadonlyArray<{ readonly line: string; readonly headers: IncomingHttpHeaders }>;
  /** How many connections the runtime has opened. */
  connections(): number;
  /** Queues an event. Settles when the runtime has posted a response or an error for it; pending until then. */
  invoke(invocation: StubInvocation): Promise<Answer>;
  /** Settles when the runtime posts to `init/error`; pending until then. */
  readonly initError: Promise<Answer>;
  /** Settles when the runtime asks for the invocation after the `count`-th. */
  reachedNext(count: number): Promise<void>;
  /** Waits until everything is handled that a process had sent before its end, which may be seen before that. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

const prefix = '/2018-06-01/runtime/';
const deadlineMs = 30_000;

/** How long a connection is waited for that others hold open, such as a forked process, in ms. */
const drainMs = 2_000;

/** Starts the stub on 127.0.0.1 and a free port. */
export async function startRuntimeApi(): Promise<RuntimeApiStub> {
  const queue: StubInvocation[] = [];
  const requests: { line: string; headers: IncomingHttpHeaders }[] = [];
  const answered = new Map<string, (answer: Answer) => void>();
  const arrivals: { count: number; resolve: () => void }[] = [];
  let waiting: ServerResponse | undefined;
  let nextCount = 0;
  let connections = 0;
  let current: StubInvocation | undefined;
  const { promise: initError, resolve: reportInitError } = withResolvers<Answer>();

  const dispatch = (): void => {
    if (waiting === undefined) return;
    const invocation = queue.shift();
    if (invocation === undefined) return;
    const response = waiting;
    waiting = undefined;
    current = invocation;
    send(response, invocation);
  };

  const next = (response: ServerResponse): void => {
    nextCount += 1;
    current = undefined;
    waiting = response;
    for (const arrival of arrivals) if (nextCount > arrival.count) arrival.resolve();
    dispatch();
  };

  const server = createServer({ maxHeaderSize: 1 << 21 }, async (request, response) => {
    const line = `${request.method} ${request.url}`;
    requests.push({ line, headers: request.headers });
    if (line === `GET ${prefix}invocation/next`) return next(response);
    const match = line.match(/^POST \/2018-06-01\/runtime\/(?:invocation\/([^/]+)\/(response|error)|(init\/error))$/);
    if (match === null) return refuse(response, 404);
    const body = await readBody(request).catch(() => undefined);
    if (body === undefined) return;
    const requestId = match[1] === undefined ? undefined : decodeURIComponent(match[1]);
    const kind = match[3] === undefined ? (match[2] as 'response' | 'error') : 'init-error';
    const answer: Answer = { kind, headers: request.headers, body, trailers: request.trailers };
    if (kind === 'init-error') {
      reportInitError(answer);
    } else {
      const settle = requestId === current?.requestId && requestId !== undefined ? answered.get(requestId) : undefined;
      if (settle === undefined || requestId === undefined) return refuse(response, 400);
      answered.delete(requestId);
      settle(answer);
    }
    response.writeHead(202, { 'Content-Type': 'application/json' }).end('{"status":"OK"}\n');
  });
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  server.headersTimeout = 0;
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    connections += 1;
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => connections,
    invoke(invocation) {
      const { promise, resolve } = withResolvers<Answer>();
      answered.set(invocation.requestId, resolve);
      queue.push(invocation);
      dispatch();
      return promise;
    },
    initError,
    reachedNext(count) {
      if (nextCount > count) return Promise.resolve();
      return new Promise((resolve) => arrivals.push({ count, resolve }));
    },
    async drained() {
      await polled();
      await settlesWithin(Promise.all([...open].map((socket) => once(socket, 'close'))), drainMs);
      await polled();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { requestId, event, headers, pieces }: StubInvocation): void {
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Lambda-Runtime-Aws-Request-Id': requestId,
    'Lambda-Runtime-Deadline-Ms': String(Date.now() + deadlineMs),
    'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:us-east-1:123456789012:function:conformance',
    ...(pieces === undefined ? { 'Content-Length': Buffer.byteLength(event) } : {}),
    ...headers,
  });
  if (pieces === undefined) {
    response.end(event);
    return;
  }
  const [piece, ...rest] = pieces;
  const sendFrom = (chunk: Buffer | undefined, later: readonly Buffer[]): void => {
    if (chunk === undefined) return void response.end();
    response.write(chunk, () => setTimeout(() => sendFrom(later[0], later.slice(1)), 2));
  };
  sendFrom(piece, rest);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end('{}\n');
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
