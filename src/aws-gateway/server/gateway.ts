import { randomUUID } from 'node:crypto';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createHttp2Server, type Http2Server } from 'node:http2';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { answerCall } from './answer-call.js';
import { HeldBytes } from './held-bytes.js';
import { maxConnections, maxHeadBytes, maxHeldBytes } from './limits.js';
import type { GatewayMessage, GatewayResponse } from './messages.js';
import type { GatewaySession } from './session.js';

/**
 * The endpoint of AWS that the SDKs of one sandbox talk to, on 127.0.0.1 and a free port: by HTTP/1.1, and by HTTP/2 without
 * TLS, which the SDK for JavaScript begins with for Kinesis. What it answers depends on the session, which changes with the event.
 */
export class AwsGateway implements AsyncDisposable {
  readonly #listener: Server;
  readonly #http: HttpServer;
  readonly #http2: Http2Server;
  readonly #sockets = new Set<Socket>();
  readonly #held = new HeldBytes(maxHeldBytes);
  readonly #running = new Set<Promise<void>>();
  #session: GatewaySession;
  #port = 0;
  /**
   * Whether whoever has connected may make calls; by default everybody may. Asked once for each connection, when its first
   * bytes come and do not have the token.
   */
  admits: (socket: Socket) => boolean = () => true;
  /** What our bootstraps send in a header of each request: to find out whose a connection is takes longer. */
  readonly token = randomUUID();

  private constructor(session: GatewaySession) {
    this.#session = session;
    const answer = (message: GatewayMessage, response: GatewayResponse): void => {
      const answered = this.#answer(message, response);
      this.#running.add(answered);
      void answered.finally(() => this.#running.delete(answered));
    };
    this.#http = createHttpServer({ maxHeaderSize: maxHeadBytes }, answer);
    // An SDK that sends while a connection ends that was kept open would see an error.
    this.#http.keepAliveTimeout = 0;
    this.#http2 = createHttp2Server(answer);
    this.#http2.on('sessionError', () => {});
    this.#listener = createServer({ noDelay: true }, (socket) => this.#accept(socket, true));
  }

  /** Starts to listen. */
  static async listen(session: GatewaySession): Promise<AwsGateway> {
    const gateway = new AwsGateway(session);
    await new Promise<void>((resolve, reject) => {
      gateway.#listener.once('error', reject);
      gateway.#listener.listen({ port: 0, host: '127.0.0.1' }, resolve);
    });
    gateway.#port = (gateway.#listener.address() as AddressInfo).port;
    return gateway;
  }

  /** The URL for `AWS_ENDPOINT_URL`. SDKs know a host that is an address to have no buckets in its name. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it listens on; it stays known when it has ended. */
  get port(): number {
    return this.#port;
  }

  /** Serves a connection that was opened elsewhere, and is paused. */
  accept(socket: Socket): void {
    this.#accept(socket, false);
    socket.resume();
  }

  /** Answers what comes from now on as another session has it. */
  use(session: GatewaySession): void {
    this.#session = session;
  }

  /** Waits until the requests that are being answered are over. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#running);
  }

  /** Ends all connections. */
  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#listener.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    await this.settle();
  }

  /** Gives a connection to the server of its protocol, which its first bytes tell (RFC 9113, section 3.4). */
  #accept(socket: Socket, isGuarded: boolean): void {
    if (this.#sockets.size >= maxConnections) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      if (isGuarded && !first.includes(this.token) && !this.admits(socket)) {
        socket.end(refusal);
        socket.resume();
        return;
      }
      socket.unshift(first);
      const server = first.toString('latin1', 0, 4) === 'PRI ' ? this.#http2 : this.#http;
      server.emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  }

  async #answer(message: GatewayMessage, response: GatewayResponse): Promise<void> {
    try {
      await answerCall(message, response, this.#session, this.#held);
    } catch (error) {
      // A broken connection is what the SDK would have seen, too.
      if (isBroken(error) || response.headersSent) breakOff(response);
      else {
        const text = `The gateway of invoke-local failed: ${(error as Error).stack ?? String(error)}`;
        response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(text);
      }
    }
  }
}

const refusalText = 'The gateway of invoke-local serves the processes of its function alone.\n';

/** The answer to whoever may not make calls. */
const refusal = `HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: ${refusalText.length}\r\nConnection: close\r\n\r\n${refusalText}`;

function breakOff(response: GatewayResponse): void {
  if ('stream' in response) response.stream.destroy();
  else response.destroy();
}

/** Whether the other end went away, or the service did. */
function isBroken(error: unknown): boolean {
  const { code = '', name = '' } = error as NodeJS.ErrnoException;
  return (
    name === 'AbortError' ||
    /^(?:ERR_STREAM_|ECONN|EPIPE|ETIMEDOUT|ABORT_ERR)/.test(code) ||
    code === 'ERR_HTTP_HEADERS_SENT'
  );
}
