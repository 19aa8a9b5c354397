import type { ServerResponse } from 'node:http';
import { nowMs } from '../../process/now.js';
import type { ExtensionSession, ExtensionSessionOptions } from '../extensions/extension-session.js';
import type { ExtensionStatus } from '../extensions/extension-status.js';
import type { ExtensionFailure } from '../extensions/failure.js';
import type { ExtensionSource } from '../extensions/find-extensions.js';
import type { ShutdownReason } from '../extensions-api/events.js';
import type { ApiRequest } from '../runtime-api/exchange.js';
import type { PendingInvocation } from '../runtime-api/invocation.js';
import type { OtherApis, RuntimeApi } from '../runtime-api/runtime-api.js';
import type { RuntimeProcess } from './process/runtime-process.js';

/** An extension failed, which ends the init or the invocation. */
export interface ExtensionOutcome {
  readonly kind: 'extension';
  readonly failure: ExtensionFailure;
}

/**
 * The extensions of a sandbox. Their code is loaded only if there are any: when the layers have a folder for them, or at the
 * first request to the Extensions API. Without extensions, nothing here waits.
 */
export class SandboxExtensions implements OtherApis {
  readonly #api: RuntimeApi;
  readonly #options: () => ExtensionSessionOptions;
  #opening: Promise<ExtensionSession> | undefined;
  #session: ExtensionSession | undefined;
  #startedAtMs: number | undefined;
  #ending: Promise<void> | undefined;
  /** Whether the runtime is initialized; an internal extension can't register after that. */
  #isClosed = false;
  /** The messages that were reported already. */
  readonly #said = new Set<string>();
  /** Requests that are being answered. The init phase waits for them, so that a registration that came in time counts. */
  readonly #answering = new Set<Promise<boolean>>();

  /** `options` is called only if there are extensions. */
  constructor(api: RuntimeApi, options: () => ExtensionSessionOptions) {
    this.#api = api;
    this.#options = options;
    api.others = this;
  }

  /** When the first external extension was started, by {@link nowMs}. */
  get startedAtMs(): number | undefined {
    return this.#startedAtMs;
  }

  /** Whether any extension takes part in invocations. */
  get areActive(): boolean {
    return this.#session !== undefined;
  }

  get hasFailed(): boolean {
    return this.#session?.hasFailed ?? false;
  }

  /** The processes of the external extensions: their memory counts as the function's. */
  get pids(): readonly number[] {
    return this.#session?.pids ?? [];
  }

  /** The processes that were started for them, which are these or their forebears. */
  get rootPids(): readonly number[] {
    return this.#session?.rootPids ?? [];
  }

  /** The extensions' states, which Lambda logs at the end of an init phase. */
  get statuses(): readonly ExtensionStatus[] {
    return this.#session?.statuses ?? [];
  }

  async handle(request: ApiRequest, response: ServerResponse, path: string): Promise<boolean> {
    const answer = this.#open().then((session) => session.handle(request, response, path));
    this.#answering.add(answer);
    try {
      return await answer;
    } finally {
      this.#answering.delete(answer);
    }
  }

  /**
   * Starts the external extensions of the layers, before the runtime.
   * @returns what went wrong, once all have registered, or the time for it is over
   */
  async start(expired: Promise<void>): Promise<ExtensionOutcome | { readonly kind: 'expired' } | undefined> {
    this.#startedAtMs = nowMs();
    this.#api.expectOthers(true);
    const session = await this.#open();
    const started = session.start().then(() => undefined);
    const outcome = await this.orFailure(Promise.race([started, expired.then(() => ({ kind: 'expired' }) as const)]));
    if (outcome?.kind === 'expired') session.reportUnregistered();
    return outcome;
  }

  /** Waits until the extensions are initialized, once the runtime is. */
  async initialized<T extends { readonly kind: string }>(
    runtime: Promise<T>,
    expired: Promise<void>,
  ): Promise<T | ExtensionOutcome | { readonly kind: 'expired' }> {
    const outcome = await this.orFailure(runtime);
    await Promise.race([Promise.allSettled(this.#answering), expired]);
    this.#isClosed = true;
    if (outcome.kind !== 'ready' || this.#session === undefined) return outcome;
    const session = this.#session;
    const ready = session.initialized().then(() => outcome);
    const whole = await this.orFailure(Promise.race([ready, expired.then(() => ({ kind: 'expired' }) as const)]));
    if (whole.kind === 'expired') session.reportUninitialized();
    return whole;
  }

  /** Tells the extensions of an invocation. */
  invoke(invocation: PendingInvocation): void {
    this.#session?.invoke(invocation);
  }

  /** Waits until the extensions are done with the invocation. */
  async settled(expired: Promise<void>): Promise<ExtensionOutcome | { readonly kind: 'expired' } | undefined> {
    const session = this.#session;
    if (session === undefined) return undefined;
    const idle = session.idle().then(() => undefined);
    const outcome = await this.orFailure(Promise.race([idle, expired.then(() => ({ kind: 'expired' }) as const)]));
    if (outcome?.kind === 'expired') session.reportBusy();
    return outcome;
  }

  /** Ends the runtime, if there is one, and the extensions, within the time that Lambda gives them. */
  async shutdown(reason: ShutdownReason, runtime: RuntimeProcess | undefined): Promise<void> {
    this.#ending ??= this.#end(reason, runtime);
    await this.#ending;
    this.#ending = undefined;
  }

  /** Kills the extensions at once, also in the middle of a shutdown. */
  kill(): void {
    this.#session?.kill();
  }

  /** Reports each message once only: what fails in the init phase usually fails again when it is repeated. */
  #once(source: ExtensionSource): ExtensionSource {
    return {
      ...source,
      report: (diagnostic) => {
        if (this.#said.has(diagnostic.message)) return;
        this.#said.add(diagnostic.message);
        source.report(diagnostic);
      },
    };
  }

  /** The result of the wait, or the failure of an extension if that comes first. */
  async orFailure<T>(wait: Promise<T>): Promise<T | ExtensionOutcome> {
    const failure = this.#session?.failure;
    if (failure === undefined) return wait;
    return Promise.race([wait, failure.then((value): ExtensionOutcome => ({ kind: 'extension', failure: value }))]);
  }

  async #end(reason: ShutdownReason, runtime: RuntimeProcess | undefined): Promise<void> {
    await this.#session?.shutdown(reason, runtime);
    await runtime?.stop();
    if (this.#opening !== undefined) this.#api.expectOthers(false);
    this.#opening = undefined;
    this.#session = undefined;
    this.#startedAtMs = undefined;
    this.#isClosed = false;
  }

  #open(): Promise<ExtensionSession> {
    this.#opening ??= this.#load();
    return this.#opening;
  }

  async #load(): Promise<ExtensionSession> {
    const { ExtensionSession } = await import('../extensions/extension-session.js');
    const { source, ...options } = this.#options();
    const session = new ExtensionSession(source === undefined ? options : { ...options, source: this.#once(source) });
    if (this.#isClosed) void session.initialized();
    this.#session = session;
    return session;
  }
}
