import { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { maxRuntimeHeaderBytes } from '../limits.js';
import type { ApiRequest, ApiResponse } from './exchange.js';

/** How long a body may be that is sent in one piece with its head, in bytes: copying it takes less than a second piece. */
const longestCopy = 64 * 1024;

/** Who serves a connection. */
export interface ConnectionServer {
  /** Whether a request with these headers is served here; the connection is handed over at any other. By default each is. */
  accepts?(headers: IncomingHttpHeaders): boolean;
  handle(request: ApiRequest, response: ApiResponse): void;
  /** Takes a connection over whose next request is not plain. What was read of it already can be read again. */
  takeOver(socket: Socket): void;
}

/**
 * Serves the connection of a bootstrap of ours as `node:http` would, whose code takes longer to load and to warm up than a
 * whole invocation, and longer for each request: HTTP/1.1 (RFC 9112), requests with `Content-Length` or without a body, one after the other, also before
 * the answer to the one before. At any other request it hands the connection over.
 */
export function servePlainly(socket: Socket, server: ConnectionServer): void {
  let unread: Buffer = Buffer.alloc(0);
  let reading: PlainRequest | undefined;
  const open: PlainResponse[] = [];

  const flush = (): void => {
    for (let [first] = open; first?.isEnded === true; [first] = open) {
      open.shift();
      first.send(socket);
    }
  };
  const onData = (chunk: Buffer): void => {
    unread = unread.length === 0 ? chunk : Buffer.concat([unread, chunk]);
    for (;;) {
      if (reading === undefined) {
        const end = unread.indexOf('\r\n\r\n');
        if (end === -1 && unread.length <= maxRuntimeHeaderBytes) return;
        const head = end === -1 ? undefined : readHead(unread.toString('latin1', 0, end));
        if (head === undefined || server.accepts?.(head.headers) === false) {
          handOver();
          return;
        }
        unread = unread.subarray(end + 4);
        reading = new PlainRequest(head);
        const response = new PlainResponse(reading, flush, () => socket.destroy());
        open.push(response);
        server.handle(reading, response);
      }
      unread = reading.take(unread);
      if (!reading.isComplete) return;
      reading = undefined;
    }
  };
  const onClose = (): void => {
    reading?.emit('close');
    for (const response of open.splice(0)) response.emit('close');
  };
  const handOver = (): void => {
    socket.pause();
    socket.off('data', onData);
    // What was asked before is answered before.
    const last = open.at(-1);
    if (last !== undefined) {
      last.on('close', () => setImmediate(handOver));
      return;
    }
    socket.off('close', onClose);
    if (socket.destroyed) return;
    socket.unshift(unread);
    server.takeOver(socket);
  };
  socket.on('data', onData);
  socket.on('close', onClose);
}

interface Head {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly bodyBytes: number;
}

/** Reads the head of a request; `undefined` if it is not a plain one. */
function readHead(text: string): Head | undefined {
  const [first = '', ...lines] = text.split('\r\n');
  const [, method = '', url = ''] = /^(GET|POST) (\/2018-06-01\/\S+) HTTP\/1\.1$/.exec(first) ?? [];
  const headers: IncomingHttpHeaders = {};
  for (const line of lines) {
    const [, written = '', value = ''] = /^([\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    const name = written.toLowerCase();
    if (name === '' || Object.hasOwn(headers, name)) return undefined;
    headers[name] = value;
  }
  const length = headers['content-length'] ?? (method === 'GET' ? '0' : '');
  const isOtherwise = ['transfer-encoding', 'expect', 'upgrade', 'connection'].some((name) => name in headers);
  if (method === '' || isOtherwise || !/^\d{1,15}$/.test(length)) return undefined;
  return { method, url, headers, bodyBytes: Number(length) };
}

class PlainRequest extends EventEmitter implements ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly trailers = {};
  #missingBytes: number;
  #isComplete = false;

  constructor({ method, url, headers, bodyBytes }: Head) {
    super();
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.#missingBytes = bodyBytes;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Without a listener the body is dropped anyway. */
  resume(): void {}

  /** Takes what belongs to the body, and returns the rest. */
  take(bytes: Buffer): Buffer {
    const own = bytes.subarray(0, this.#missingBytes);
    this.#missingBytes -= own.length;
    if (own.length > 0) this.emit('data', own);
    if (this.#missingBytes === 0) {
      this.#isComplete = true;
      this.emit('end');
    }
    return bytes.subarray(own.length);
  }
}

class PlainResponse extends EventEmitter implements ApiResponse {
  readonly req: PlainRequest;
  readonly destroy: () => void;
  readonly #onEnd: () => void;
  #head = '';
  #body: string | Buffer | undefined;

  constructor(request: PlainRequest, onEnd: () => void, destroy: () => void) {
    super();
    this.req = request;
    this.destroy = destroy;
    this.#onEnd = onEnd;
  }

  get isEnded(): boolean {
    return this.#body !== undefined;
  }

  writeHead(status: number, headers: Readonly<Record<string, string | number>>): void {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#head = `HTTP/1.1 ${status} \r\n${lines.join('')}\r\n`;
  }

  end(body: string | Buffer): void {
    this.#body ??= body;
    this.#onEnd();
  }

  send(socket: Socket): void {
    const head = Buffer.from(this.#head, 'latin1');
    const body = typeof this.#body === 'object' ? this.#body : Buffer.from(this.#body ?? '');
    if (body.length <= longestCopy) {
      socket.write(Buffer.concat([head, body]));
    } else {
      socket.cork();
      socket.write(head);
      socket.write(body);
      socket.uncork();
    }
    this.emit('close');
  }
}
