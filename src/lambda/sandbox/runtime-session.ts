import { type Deferred, deferred } from '../../process/deferred.js';
import { runState, settlesWhileItRuns } from '../../process/settles-while-it-runs.js';
import type { ProcessEnd } from '../errors.js';
import { drainTimeoutMs } from '../limits.js';
import type { InitError, RuntimeAnswer } from '../runtime-api/invocation.js';
import type { LoadedModules } from '../runtime-api/loaded-modules.js';
import type { RuntimeApi, RuntimeObserver } from '../runtime-api/runtime-api.js';
import type { RuntimeProcess } from './process/runtime-process.js';

/** How the start of a runtime ended. */
export type InitOutcome =
  | { readonly kind: 'ready' }
  | { readonly kind: 'error'; readonly error: InitError }
  | { readonly kind: 'ended'; readonly end: ProcessEnd }
  | { readonly kind: 'expired' };

/** How an invocation ended. */
export type RunOutcome =
  | { readonly kind: 'answer'; readonly answer: RuntimeAnswer }
  | { readonly kind: 'ended'; readonly end: ProcessEnd }
  | { readonly kind: 'expired' };

/** One runtime process as the Runtime API sees it: its requests, its answers, and its end. */
export class RuntimeSession implements RuntimeObserver {
  readonly process: RuntimeProcess;
  userAgent: string | undefined;
  /** What the code has loaded since the request before the last one. */
  loaded: LoadedModules | undefined;
  readonly #connected = deferred<'connected'>();
  readonly #initError = deferred<InitError>();
  #owesAnswer = false;
  /** How long the process has waited for us to say what it is to run, in ms. */
  #idleMs = 0;
  /**
   * The end of the process, after everything that it sent has been read: an answer that it had begun to send counts first,
   * as truncated.
   */
  readonly #gone: Promise<ProcessEnd>;
  #next: Deferred<void> = deferred();
  #answer: Deferred<RuntimeAnswer> = deferred();

  /** `start` is called once the API listens for this session. */
  constructor(api: RuntimeApi, start: () => RuntimeProcess) {
    api.reset(this);
    this.process = start();
    if (this.process.connection !== undefined) api.connect(this.process.connection);
    else if (!this.process.sendsToken) api.expectRuntime();
    this.#gone = this.process.ended.then(async (end) => {
      await api.drained(drainTimeoutMs);
      return end;
    });
  }

  /** When the process was started, by `nowMs`; later by the time that it has waited for us. */
  get startedAtMs(): number {
    return this.process.startedAtMs + this.#idleMs;
  }

  onConnected(idleMs = 0): void {
    this.#idleMs += idleMs;
    this.process.output.release();
    this.#connected.resolve('connected');
  }

  onNext(userAgent: string | undefined, peakMemoryKib: number | undefined, loaded: LoadedModules | undefined): void {
    this.userAgent ??= userAgent;
    this.loaded = loaded;
    if (peakMemoryKib !== undefined) this.process.memory.report(peakMemoryKib);
    if (!this.#owesAnswer) this.#next.resolve();
  }

  onAnswer(answer: RuntimeAnswer): void {
    this.#owesAnswer = false;
    this.#answer.resolve(answer);
  }

  onInitError(error: InitError): void {
    this.#initError.resolve(error);
  }

  /** Waits until the process has connected, which shows that its interpreter is alive, or has ended. */
  alive(): Promise<'connected' | ProcessEnd> {
    return Promise.race([this.#connected.promise, this.process.ended]);
  }

  /** Waits until the runtime asks for its first invocation, or fails to. */
  initialized(expired: Promise<void>): Promise<InitOutcome> {
    const error = this.#initError.promise.then((value): InitOutcome => ({ kind: 'error', error: value }));
    return Promise.race([
      error,
      this.#next.promise.then((): InitOutcome => ({ kind: 'ready' })),
      expired.then((): InitOutcome => ({ kind: 'expired' })),
      this.#gone.then((end) => Promise.race([error, Promise.resolve<InitOutcome>({ kind: 'ended', end })])),
    ]);
  }

  /** Call before an invocation is dispatched, so that its answer and the request after it are seen. */
  expectAnswer(): void {
    this.#owesAnswer = true;
    this.#answer = deferred();
    this.#next = deferred();
  }

  /** Waits for the answer to the invocation. */
  answered(expired: Promise<void>): Promise<RunOutcome> {
    const answer = this.#answer.promise.then((value): RunOutcome => ({ kind: 'answer', answer: value }));
    return Promise.race([
      answer,
      expired.then((): RunOutcome => ({ kind: 'expired' })),
      this.#gone.then((end) => Promise.race([answer, Promise.resolve<RunOutcome>({ kind: 'ended', end })])),
    ]);
  }

  /**
   * Waits for the next request of the runtime, at most `limitMs` in which it does not wait for a processor, and no longer than until
   * the process ends.
   */
  async settled(limitMs: number): Promise<'next' | 'ended' | 'expired'> {
    let how: 'next' | 'ended' = 'ended';
    const next = this.#next.promise.then(() => {
      how = 'next';
    });
    const settled = Promise.race([next, this.process.ended]);
    return (await settlesWhileItRuns(settled, limitMs, () => runState(this.process.pid))) ? how : 'expired';
  }
}
