import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import net, { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { settlesWithin } from '../../process/settles-within.js';
import { maxRuntimeHeaderBytes } from '../limits.js';
import type { ApiRequest, ApiResponse } from './exchange.js';
import { HeldRequest } from './held-request.js';
import { type InitError, type PendingInvocation, type RuntimeAnswer, reportedErrorType } from './invocation.js';
import { invocationError, readErrorReport } from './invocation-error.js';
import { type LoadedModules, loadedModules } from './loaded-modules.js';
import { renderInvocation } from './next.js';
import { answerPackageQuestion, type PackageAnswers, packagesPath } from './package-question.js';
import { servePlainly } from './plain-connection.js';
import {
  type ApiError,
  foreignProcess,
  invalidRequestId,
  invalidResponseMode,
  invalidTransition,
  renderAccepted,
  renderError,
  renderText,
  requestEntityTooLarge,
} from './render.js';
import { isResponseMode, readResponse } from './response.js';
import { isAllowed, type RuntimeState } from './states.js';

/** What the Runtime API reports about the runtime that uses it. */
export interface RuntimeObserver {
  /** A process connected, so the interpreter is alive. Before that it has waited `idleMs` for us. */
  onConnected(idleMs?: number): void;
  /** The runtime asks for an invocation, with its `User-Agent`, and says what it has loaded if it is one of ours. */
  onNext(userAgent: string | undefined, peakMemoryKib: number | undefined, loaded: LoadedModules | undefined): void;
  /** The runtime answered the current invocation. */
  onAnswer(answer: RuntimeAnswer): void;
  onInitError(error: InitError): void;
}

/** The header with the token, in lower case. */
const tokenHeader = 'invoke-local-token';

/** Answers the requests of the other APIs on the same port. */
export interface OtherApis {
  /** @returns whether the request came from another process than the runtime's */
  handle(request: ApiRequest, response: ServerResponse, path: string): Promise<boolean>;
}

/** Says who may use the APIs: the processes of the sandbox, and nobody else. */
export interface ApiGuard {
  /** Whether it is what bootstraps of ours send with each request, by which they need not be looked for. */
  isToken(text: string): boolean;
  /** Finds out who has opened a connection. */
  admits(socket: Socket): boolean | Promise<boolean>;
}

const version = '/2018-06-01/runtime/';

const loopback = { port: 0, host: '127.0.0.1' };

/** The other APIs: extensions, logs and telemetry. */
const otherVersions = /^\/(?:2020-01-01\/extension|2020-08-15|2022-07-01)\//;

/**
 * The AWS Lambda Runtime API, version 2018-06-01, for one sandbox, on 127.0.0.1 and a free port. It begins as a plain TCP
 * listener, so that its address is known before the code of the HTTP server is loaded, which bootstraps of ours do not need.
 */
export class RuntimeApi {
  readonly #listener: Server;
  readonly #sockets = new Set<Socket>();
  #http: Promise<HttpServer> | undefined;
  #observer: RuntimeObserver | undefined;
  #state: RuntimeState = 'Started';
  /** The invocation that the runtime works on, until it asks for the next one. */
  #invocation: PendingInvocation | undefined;
  /** The invocation that it gets with its next request. */
  #queued: PendingInvocation | undefined;
  #waiting: ApiResponse[] = [];
  /** The answers of the runtime that are being read. */
  readonly #reading = new Set<Promise<void>>();
  /** Counts the runtimes that were served. An answer that belongs to an earlier one is ignored. */
  #generation = 0;
  #others: OtherApis | undefined;
  #packages: PackageAnswers | undefined;
  /** The connections of other processes than the runtime's. */
  readonly #foreign = new WeakSet<Socket>();
  #guard: ApiGuard | undefined;
  /** The connections of which it is known whether they may be used. */
  readonly #admitted = new WeakMap<Socket, boolean | Promise<boolean>>();
  /** Whether such processes may connect; if so, a connection does not prove that the runtime is alive. */
  #hasOthers = false;

  private constructor(listener: Server) {
    this.#listener = listener;
    listener.on('connection', (socket) => this.#accept(socket));
  }

  /** Starts to listen. */
  static async listen(): Promise<RuntimeApi> {
    const listener = createServer({ pauseOnConnect: true, noDelay: true });
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      const { BoundSocket } = net as { readonly BoundSocket?: new (address: object) => object };
      // The newest versions of Node.js can do without looking the address up, and so without the code for that.
      if (BoundSocket === undefined) listener.listen(loopback, resolve);
      else listener.listen(new BoundSocket(loopback), resolve);
    });
    return new RuntimeApi(listener);
  }

  /** `host:port`, the value of `AWS_LAMBDA_RUNTIME_API`. */
  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  get state(): RuntimeState {
    return this.#state;
  }

  /** Sets who answers the other APIs. Until then their paths are unknown. */
  set others(others: OtherApis) {
    this.#others = others;
  }

  /** Sets who answers questions for packages of the image. Until then there are none to be had. */
  set packages(packages: PackageAnswers) {
    this.#packages = packages;
  }

  /** Sets who may use the APIs. Until then it is anybody. */
  set guard(guard: ApiGuard) {
    this.#guard = guard;
  }

  /** Closes every connection, and sets whether other processes than the runtime may connect from now on. */
  expectOthers(hasOthers: boolean): void {
    this.#disconnect();
    this.#hasOthers = hasOthers;
    if (hasOthers) this.#http ??= this.#createHttpServer();
  }

  /** Forgets the runtime that was served, and gets ready for the next one, which is reported to `observer`. */
  reset(observer: RuntimeObserver): void {
    this.#generation++;
    this.#observer = observer;
    this.#state = 'Started';
    this.#invocation = undefined;
    this.#queued = undefined;
    if (this.#hasOthers) this.#waiting = [];
    else this.#disconnect();
  }

  /** Gets ready for a runtime that is none of ours, whose requests are served by `node:http`. */
  expectRuntime(): void {
    this.#http ??= this.#createHttpServer();
  }

  /** Serves a connection that was opened for a bootstrap of ours, and not by it. */
  connect(socket: Socket): void {
    this.#admitted.set(socket, true);
    this.#keep(socket);
    servePlainly(socket, {
      handle: (request, response) => this.#serve(request, response),
      takeOver: () => this.#serveByHttp(socket),
    });
  }

  /** Serves a connection, which is paused, from where only the sandbox's own processes are. */
  accept(socket: Socket): void {
    this.#admitted.set(socket, true);
    this.#accept(socket);
  }

  /** Hands the runtime an invocation: now if it is waiting for one, else with its next request. */
  dispatch(invocation: PendingInvocation): void {
    this.#queued = invocation;
    this.#deliver();
  }

  /**
   * Waits until everything that a runtime sent before its end has been read and handled, and its connections are closed. A
   * connection that is still open after `limitMs`, such as that of a process which the runtime forked, is cut off.
   */
  async drained(limitMs: number): Promise<void> {
    const own = Array.from(this.#sockets).filter((socket) => !this.#foreign.has(socket));
    const closed = Promise.all(own.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    if (!(await settlesWithin(closed, limitMs))) for (const socket of own) socket.destroy();
    await Promise.all(this.#reading);
    // A request whose sender was looked up until now is handled in the same turn.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#observer = undefined;
    this.#disconnect();
    await new Promise<void>((resolve) => this.#listener.close(() => resolve()));
  }

  #disconnect(): void {
    this.#waiting = [];
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  #accept(socket: Socket): void {
    if (!this.#hasOthers) this.#observer?.onConnected();
    this.#keep(socket);
    const guard = this.#guard;
    if (guard === undefined || this.#hasOthers) {
      this.#serveByHttp(socket);
      return;
    }
    servePlainly(socket, {
      accepts: ({ [tokenHeader]: token }) => typeof token === 'string' && guard.isToken(token),
      handle: (request, response) => this.#serve(request, response),
      takeOver: () => this.#serveByHttp(socket),
    });
    socket.resume();
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  /** Serves a connection that is paused. */
  #serveByHttp(socket: Socket): void {
    this.#http ??= this.#createHttpServer();
    void this.#http.then((http) => {
      http.emit('connection', socket);
      socket.resume();
    });
  }

  async #createHttpServer(): Promise<HttpServer> {
    const { createServer: createHttpServer } = await import('node:http');
    const server = createHttpServer({
      maxHeaderSize: maxRuntimeHeaderBytes,
      keepAliveTimeout: 0,
      headersTimeout: 0,
      requestTimeout: 0,
      connectionsCheckingInterval: 0x7fffffff,
    });
    server.timeout = 0;
    server.on('request', (request, response) => {
      const admitted = this.#isAdmitted(request);
      if (admitted === true) return this.#route(request, response);
      const held = new HeldRequest(request);
      this.#untilKnown(admitted)
        .then((isAdmitted) => (isAdmitted ? this.#route(held, response) : refuse(held, response, foreignProcess)))
        .catch(() => response.destroy());
    });
    server.on('clientError', (_error, socket) => socket.destroy());
    return server;
  }

  #route(request: ApiRequest, response: ServerResponse): void {
    if (this.#others === undefined || !otherVersions.test(pathOf(request))) this.#serve(request, response);
    else this.#serveOther(this.#others, request, response).catch(() => response.destroy());
  }

  async #serveOther(others: OtherApis, request: ApiRequest, response: ServerResponse): Promise<void> {
    const { socket } = response.req;
    if (await others.handle(request, response, pathOf(request))) this.#foreign.add(socket);
  }

  #serve(request: ApiRequest, response: ApiResponse): void {
    this.#handle(request, response).catch(() => response.destroy());
  }

  async #handle(request: ApiRequest, response: ApiResponse): Promise<void> {
    const path = pathOf(request);
    if (path === '/2018-06-01/ping') {
      if (!this.#hasOthers) this.#observer?.onConnected(positive(header(request, 'invoke-local-idle-ms')));
      return renderText(response, 200, 'pong');
    }
    if (path === packagesPath) return answerPackageQuestion(request, response, this.#packages);
    if (!path.startsWith(version)) return renderText(response, 404, '404 page not found\n');
    if (this.#hasOthers) this.#observer?.onConnected();
    const [scope, id, action, ...rest] = path.slice(version.length).split('/');
    const route = rest.length > 0 ? undefined : action === undefined ? `${scope}/${id}` : `${scope}/{id}/${action}`;
    const method = route === undefined ? undefined : routes[route];
    if (method === undefined) return renderText(response, 404, '404 page not found\n');
    if (method !== request.method) return renderText(response, 405, '');
    if (route === 'invocation/next') return this.#next(request, response);
    const read =
      route === 'init/error'
        ? this.#initError(request, response)
        : this.#answer(request, response, decode(id), route === 'invocation/{id}/response');
    this.#reading.add(read);
    return read.finally(() => this.#reading.delete(read));
  }

  async #untilKnown(admitted: boolean | Promise<boolean>): Promise<boolean> {
    const known = Promise.resolve(admitted);
    const waiting = known.then(() => {});
    this.#reading.add(waiting);
    try {
      return await known;
    } finally {
      this.#reading.delete(waiting);
    }
  }

  #isAdmitted({ socket, headers }: IncomingMessage): boolean | Promise<boolean> {
    const guard = this.#guard;
    if (guard === undefined) return true;
    const known = this.#admitted.get(socket);
    if (known !== undefined) return known;
    const token = headers[tokenHeader];
    const isAdmitted = (typeof token === 'string' && guard.isToken(token)) || guard.admits(socket);
    this.#admitted.set(socket, isAdmitted);
    return isAdmitted;
  }

  async #next(request: ApiRequest, response: ApiResponse): Promise<void> {
    // A client need not wait for what its answer is answered with.
    await Promise.all(this.#reading);
    const invocation = this.#invocation;
    if (this.#state === 'Running' && invocation !== undefined) {
      renderInvocation(response, invocation);
      return;
    }
    if (!isAllowed(this.#state, 'Ready')) {
      renderError(response, invalidTransition(this.#state, 'Ready'));
      return;
    }
    this.#invocation = undefined;
    this.#state = 'Ready';
    this.#waiting.push(response);
    response.on('close', () => {
      this.#waiting = this.#waiting.filter((other) => other !== response);
    });
    this.#observer?.onNext(request.headers['user-agent'], peakMemoryKib(request), loadedModules(request.headers));
    this.#deliver();
  }

  /** Hands the queued invocation to every request that waits for one. */
  #deliver(): void {
    const waiting = this.#waiting;
    const invocation = this.#queued;
    if (waiting.length === 0 || invocation === undefined) return;
    this.#waiting = [];
    this.#queued = undefined;
    this.#invocation = invocation;
    this.#state = 'Running';
    for (const response of waiting) renderInvocation(response, invocation);
  }

  async #initError(request: ApiRequest, response: ApiResponse): Promise<void> {
    if (!this.#take(response, 'InitError')) return;
    const generation = this.#generation;
    const body = await readErrorReport(request);
    if (body === undefined || generation !== this.#generation) return;
    renderAccepted(response);
    const errorType = reportedErrorType(header(request, 'lambda-runtime-function-error-type'));
    this.#observer?.onInitError({ body, errorType });
  }

  /** Takes the response or the error of the current invocation. The id is checked before the state, as Lambda does. */
  async #answer(request: ApiRequest, response: ApiResponse, id: string, isResponse: boolean): Promise<void> {
    const invocation = this.#invocation ?? this.#queued;
    if (invocation?.requestId !== id) {
      return refuse(request, response, invalidRequestId);
    }
    if (!this.#take(response, isResponse ? 'InvocationResponse' : 'InvocationErrorResponse')) return;
    const generation = this.#generation;
    const settle = (answer: RuntimeAnswer): void => {
      if (generation !== this.#generation) return;
      this.#state = 'RuntimeResponseSentState';
      this.#observer?.onAnswer(answer);
    };
    if (!isResponse) {
      const body = await readErrorReport(request);
      if (body === undefined) return;
      settle(invocationError(body, header(request, 'lambda-runtime-function-error-type')));
      return renderAccepted(response);
    }
    if (!isResponseMode(header(request, 'lambda-runtime-function-response-mode'))) {
      refuse(request, response, invalidResponseMode);
      const errorType = 'Runtime.InvalidResponseModeHeader';
      this.#observer?.onAnswer({ kind: 'error', body: Buffer.alloc(0), errorType });
      return;
    }
    const outcome = await readResponse(request, invocation.onChunk);
    settle(outcome.answer);
    if (outcome.kind === 'answer') renderAccepted(response);
    else if (outcome.kind === 'too-large') renderError(response, requestEntityTooLarge);
  }

  /** Makes the state transition, or answers that it is not allowed. */
  #take(response: ApiResponse, to: RuntimeState): boolean {
    if (!isAllowed(this.#state, to)) {
      response.req.resume();
      renderError(response, invalidTransition(this.#state, to));
      return false;
    }
    this.#state = to;
    return true;
  }
}

const routes: Readonly<Record<string, string>> = {
  'invocation/next': 'GET',
  'init/error': 'POST',
  'invocation/{id}/response': 'POST',
  'invocation/{id}/error': 'POST',
};

function pathOf({ url = '' }: Pick<ApiRequest, 'url'>): string {
  return url.split('?', 1)[0] ?? '';
}

function refuse(request: ApiRequest, response: ApiResponse, error: ApiError): void {
  request.resume();
  renderError(response, error);
}

function header(request: ApiRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The peak memory that our bootstraps report about themselves on systems without `/proc`. */
function peakMemoryKib(request: ApiRequest): number | undefined {
  return positive(header(request, 'invoke-local-peak-memory-kib'));
}

function positive(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

function decode(segment: string | undefined): string {
  try {
    return decodeURIComponent(segment ?? '');
  } catch {
    return '';
  }
}
