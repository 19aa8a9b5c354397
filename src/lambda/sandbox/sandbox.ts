import type { Socket } from 'node:net';
import { nowMs } from '../../process/now.js';
import { requestUuid, secretHex } from '../../process/random.js';
import { settlesWithin } from '../../process/settles-within.js';
import { Strays } from '../../process/strays.js';
import { Room, type RoomSettings } from '../containment/room.js';
import { RoomError } from '../containment/room-error.js';
import { loggedExitErrorType, type ProcessEnd, renderPlatformError } from '../errors.js';
import type { ShutdownReason } from '../extensions-api/events.js';
import { initTimeoutMs, settleTimeoutMs } from '../limits.js';
import { LifecycleLog } from '../platform-log/lifecycle-log.js';
import { billedDuration, type InitPhase } from '../platform-log/platform-event.js';
import { PlatformLog } from '../platform-log/platform-log.js';
import type { InitError, PendingInvocation, RuntimeAnswer } from '../runtime-api/invocation.js';
import { RuntimeApi } from '../runtime-api/runtime-api.js';
import { SandboxClock } from './deadline.js';
import { type ExtensionOutcome, SandboxExtensions } from './extensions.js';
import {
  endStatus,
  type Failure,
  failureError,
  failureOf,
  initErrorType,
  shutdownReason,
  type Unsettled,
} from './failure.js';
import type { LastWords, OutcomeFacts, SandboxOutcome } from './outcome.js';
import { type Peer, peerOf } from './peer-of.js';
import { isDeadShim, type Launch } from './process/launch.js';
import { withDescendants } from './process/process-memory.js';
import { RuntimeNotFoundError } from './process/runtime-not-found.js';
import { RuntimeProcess } from './process/runtime-process.js';
import { type InitOutcome, RuntimeSession } from './runtime-session.js';
import type { SandboxInvocation, SandboxOptions } from './sandbox-options.js';

/**
 * An execution environment of one function: a process that runs its runtime, and the Runtime API that it speaks.
 * It starts with the first invocation, serves further ones warm, starts afresh after a crash or a timeout, and ends with
 * `Symbol.asyncDispose`. One invocation at a time: others wait.
 */
export class Sandbox {
  readonly #options: SandboxOptions;
  readonly #api: RuntimeApi;
  readonly #log: PlatformLog;
  readonly #lifecycle: LifecycleLog;
  readonly #extensions: SandboxExtensions;
  readonly #strays: Strays;
  readonly #clock = new SandboxClock();
  /** Shows the Runtime API that a request comes from this sandbox; `undefined` until a runtime needs it. */
  #token: string | undefined;
  /** The current session, or the last one if its process has ended. */
  #session: RuntimeSession | undefined;
  #live = false;
  /** Whether anything was started since strays were looked for last. */
  #mayHaveStrays = false;
  /** What contains the processes that run, or ran last. */
  #room: Room | undefined;
  /** The candidate that connected; from then on only this one is started. */
  #chosen: Launch | undefined;
  /** Whether the init phase outside of an invocation is over; there is only one. */
  #initialized = false;
  #stopped = false;
  /** Settles when all invocations so far are done. */
  #done: Promise<unknown> = Promise.resolve();

  /**
   * A sandbox whose process starts with the first invocation.
   * @param api a Runtime API that listens already, and that the sandbox then owns
   */
  constructor(options: SandboxOptions, api: RuntimeApi) {
    this.#options = options;
    this.#api = api;
    const { forerunner, packages, ownSettings = [] } = options;
    if (packages !== undefined) {
      const { secret, answer } = packages;
      api.packages = { secret, answer: (question) => this.#clock.pausedFor(() => answer(question)) };
    }
    const ofForerunner = forerunner === undefined ? [] : [forerunner.setting];
    api.guard = { isToken: (text) => text === this.#token, admits: (socket) => this.#admits(socket) };
    this.#strays = new Strays([`AWS_LAMBDA_RUNTIME_API=${api.address}`, ...ownSettings, ...ofForerunner]);
    this.#log = new PlatformLog(options.logs, options.logging ?? { format: 'Text' });
    this.#lifecycle = new LifecycleLog(this.#log, options);
    this.#extensions = new SandboxExtensions(api, () => ({
      functionArn: options.functionArn,
      environment: this.#environment(),
      logs: this.#log.sink,
      onLeft: options.onLeft,
      room: this.#room,
      ...(options.extensions === undefined ? {} : { source: options.extensions }),
    }));
  }

  /** Makes a sandbox with a Runtime API of its own. */
  static async create(options: SandboxOptions): Promise<Sandbox> {
    return new Sandbox(options, await RuntimeApi.listen());
  }

  /** Whether the next event will find a warm process. */
  get isWarm(): boolean {
    return this.#live && !this.#session?.process.hasEnded && !this.#extensions.hasFailed;
  }

  /**
   * Runs one invocation, cold or warm, once those before it are done.
   * @throws RuntimeNotFoundError where no candidate could be started at all
   */
  invoke(invocation: SandboxInvocation): Promise<SandboxOutcome> {
    const outcome = this.#done.then(() => this.#invoke(invocation));
    this.#done = outcome.catch(() => {});
    return outcome;
  }

  async #invoke(invocation: SandboxInvocation): Promise<SandboxOutcome> {
    const hasEnded = this.#session?.process.hasEnded || this.#extensions.hasFailed;
    if (this.#live && hasEnded) await this.#endSession('failure');
    const initDurationMs = this.#initialized ? undefined : await this.#initPhase();
    const requestId = invocation.requestId ?? requestUuid();
    const dispatchedAtMs = nowMs();
    using deadline = this.#clock.deadlineIn(this.#options.timeoutMs);
    if (this.#live && (await this.#current().settled(this.#options.timeoutMs)) === 'ended') {
      await this.#endSession('failure');
    }
    if (!this.#live) {
      const failure = await this.#suppressedInit(deadline.expired);
      if (failure !== undefined) {
        await this.#lifecycle.start(requestId, invocation);
        return { ...(await this.#fail(requestId, dispatchedAtMs, failure)), initFailed: true };
      }
    }
    const session = this.#current();
    await session.process.output.drainWritten();
    await this.#lifecycle.start(requestId, invocation);
    session.expectAnswer();
    const pending = this.#pending(requestId, invocation);
    this.#extensions.invoke(pending);
    this.#api.dispatch(pending);
    this.#options.onDispatched?.();
    const outcome = await this.#extensions.orFailure(session.answered(deadline.expired));
    if (outcome.kind !== 'answer') {
      return this.#fail(requestId, dispatchedAtMs, failureOf(outcome), initDurationMs);
    }
    session.process.memory.sample();
    if (session.process.memory.hasExceeded) {
      return this.#fail(requestId, dispatchedAtMs, { kind: 'crash', end: await session.process.ended }, initDurationMs);
    }
    const answeredMs = this.#clock.since(dispatchedAtMs);
    const settled = await session.settled(this.#options.settleTimeoutMs ?? settleTimeoutMs);
    const unsettled = settled === 'ended' ? undefined : await this.#extensions.settled(deadline.expired);
    const isWhole = settled === 'next' || this.#extensions.areActive;
    const measuredMs = isWhole ? this.#clock.since(dispatchedAtMs) : answeredMs;
    // A timer may be a fraction of a millisecond early: what ran out of its time had all of it.
    const durationMs = unsettled?.kind === 'expired' ? Math.max(measuredMs, this.#options.timeoutMs) : measuredMs;
    if (settled === 'ended') await this.#endSession('failure');
    else if (unsettled !== undefined) await this.#endSession(shutdownReason(unsettled));
    else await session.process.output.drainWritten();
    return this.#answer(this.#facts(requestId, durationMs, initDurationMs), outcome.answer, unsettled);
  }

  /** Ends the process at once and for good, as a cancelled run does. A running invocation ends as a crash. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#extensions.kill();
    await this.#endSession('failure');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#endSession('spindown');
    await this.stop();
    await this.#api[Symbol.asyncDispose]();
  }

  /**
   * The init phase of the first cold start, which the function's timeout does not count.
   * @returns its duration in ms, where it succeeded
   */
  async #initPhase(): Promise<number | undefined> {
    this.#initialized = true;
    using limit = this.#clock.deadlineIn(initTimeoutMs);
    const outcome = await this.#start('init', limit.expired);
    const initDurationMs = this.#clock.since(this.#startedAtMs());
    if (outcome.kind === 'ready') {
      await this.#lifecycle.initEnd('init', initDurationMs, 'success');
      return initDurationMs;
    }
    // The limit began a moment before the process, and it had all of it.
    const endedMs = outcome.kind === 'expired' ? Math.max(initDurationMs, initTimeoutMs) : initDurationMs;
    await this.#endInit('init', endedMs, outcome);
    return undefined;
  }

  /**
   * A start inside of an invocation, after an init that failed or a process that ended; the function's timeout counts it.
   * @returns what went wrong, if anything
   */
  async #suppressedInit(expired: Promise<void>): Promise<Failure | undefined> {
    const outcome = await this.#start('invoke', expired);
    const durationMs = this.#clock.since(this.#startedAtMs());
    if (outcome.kind === 'ready') {
      await this.#lifecycle.initEnd('invoke', durationMs, 'success');
      return undefined;
    }
    await this.#endInit('invoke', durationMs, outcome);
    return outcome.kind === 'error' ? { kind: 'init-error', error: outcome.error } : failureOf(outcome);
  }

  /** Clears away a runtime whose init did not succeed, and logs that. */
  async #endInit(
    phase: InitPhase,
    durationMs: number,
    outcome: Exclude<InitOutcome, { kind: 'ready' }> | ExtensionOutcome,
  ): Promise<void> {
    await this.#endSession(shutdownReason(outcome));
    if (outcome.kind === 'expired') return this.#lifecycle.initEnd(phase, durationMs, 'timeout');
    await this.#lifecycle.initEnd(phase, durationMs, 'error', initErrorType(outcome));
  }

  /** Starts the external extensions, where there are any, and then the runtime. */
  async #start(phase: InitPhase, expired: Promise<void>): Promise<InitOutcome | ExtensionOutcome> {
    if (this.#stopped) throw new Error('The sandbox was stopped');
    this.#mayHaveStrays = true;
    if (this.#options.extensions !== undefined) await this.#lifecycle.initStart(phase);
    if (this.#options.room !== undefined) this.#room = Room.of({ ...this.#options.room, ...this.#network() });
    if (this.#options.extensions !== undefined) this.#room?.open();
    const failed = this.#options.extensions === undefined ? undefined : await this.#extensions.start(expired);
    const outcome = failed ?? (await this.#extensions.initialized(this.#startRuntime(phase, expired), expired));
    for (const status of this.#extensions.statuses) await this.#log.event({ type: 'extension', ...status });
    return outcome;
  }

  /** Starts the runtime: the candidate that is known to work, or one after the other until one connects. */
  async #startRuntime(phase: InitPhase, expired: Promise<void>): Promise<InitOutcome> {
    const attempts: { command: string; end: ProcessEnd; output: string }[] = [];
    for (const candidate of this.#chosen === undefined ? this.#options.candidates : [this.#chosen]) {
      const session = this.#launch(candidate);
      if (attempts.length === 0) {
        if (this.#chosen === undefined) this.#options.onStarting?.();
        if (this.#options.extensions === undefined) await this.#lifecycle.initStart(phase);
      }
      if (candidate.entrypoint !== undefined) session.process.output.release();
      const alive = await Promise.race([session.alive(), expired]);
      if (typeof alive === 'object' && alive.kind === 'launch' && alive.withoutRoom) throw new RoomError(alive.reason);
      if (alive === undefined || alive === 'connected' || candidate.entrypoint !== undefined || !isUnusable(alive)) {
        this.#chosen = candidate;
        session.process.output.release();
        return session.initialized(expired);
      }
      this.#live = false;
      await session.process.stop();
      attempts.push({ command: candidate.command, end: alive, output: session.process.output.heldText });
    }
    throw new RuntimeNotFoundError(attempts);
  }

  #launch(candidate: Launch): RuntimeSession {
    if (this.#stopped) throw new Error('The sandbox was stopped');
    const environment = this.#environment();
    const { workingDirectory, memorySizeMiB, onLeft, isForOneInvocation, extensions, forerunner } = this.#options;
    this.#session = new RuntimeSession(this.#api, () =>
      RuntimeProcess.start(candidate, {
        workingDirectory,
        environment,
        givesConnection: isForOneInvocation === true && extensions === undefined,
        memorySizeMiB,
        room: this.#room,
        token: () => {
          this.#token ??= secretHex(32);
          return this.#token;
        },
        strays: this.#strays,
        logs: this.#log.sink,
        onLeft,
        forerunner,
      }),
    );
    this.#live = true;
    for (const pid of this.#extensions.pids) this.#session.process.memory.include(pid);
    return this.#session;
  }

  /**
   * Whether the process that has connected belongs to this sandbox. One that can't be known does, and so does one that has gone with
   * the runtime: that may end while its last words are on their way.
   */
  #admits(socket: Socket): boolean | Promise<boolean> {
    const found = this.peerOf(socket);
    if (found.kind === 'own' || found.kind === 'unknown') return true;
    const refuse = (): false => {
      this.#options.onForeign?.(found.kind === 'foreign' ? found.pid : undefined);
      return false;
    };
    const { process } = this.#session ?? {};
    if (found.kind === 'foreign' || process === undefined) return refuse();
    return settlesWithin(process.ended, lastWordsLimitMs).then((isLast) => isLast || refuse());
  }

  /** Who is at the other side of a connection to a server of ours on the loopback. */
  peerOf({ remotePort: peer, localPort: own }: Socket): Peer {
    if (peer === undefined || own === undefined) return { kind: 'gone' };
    return peerOf({ peer, own }, this.#roots(), () => this.#strayed());
  }

  /** The processes of the sandbox, by their numbers on this machine. Linux only. */
  get pids(): readonly number[] {
    return [...new Set([...withDescendants(this.#roots()), ...this.#strayed()])];
  }

  /** What was started for the sandbox. */
  #roots(): number[] {
    const started = [this.#session?.process.rootPid, ...this.#extensions.rootPids, this.#room?.pid];
    return started.filter((pid) => pid !== undefined);
  }

  /** What has left the processes that started it. */
  #strayed(): readonly number[] {
    return this.#room === undefined ? this.#strays.find() : [];
  }

  /** What a sandbox without a network reaches. */
  #network(): Pick<RoomSettings, 'servers'> {
    const { reaches } = this.#options;
    return reaches === undefined ? {} : { servers: [this.#api, ...reaches] };
  }

  #environment(): Record<string, string> {
    return { ...this.#options.environment, AWS_LAMBDA_RUNTIME_API: this.#api.address };
  }

  #pending(requestId: string, invocation: SandboxInvocation): PendingInvocation {
    return {
      functionArn: this.#options.functionArn,
      ...invocation,
      event: typeof invocation.event === 'function' ? invocation.event() : invocation.event,
      requestId,
      deadlineMs: Date.now() + this.#options.timeoutMs,
    };
  }

  #facts(requestId: string, durationMs: number, initDurationMs?: number): OutcomeFacts {
    const { process, userAgent, loaded } = this.#session ?? {};
    const interpreter = this.#chosen?.interpreter;
    return {
      requestId,
      durationMs,
      billedDurationMs: billedDuration(durationMs, initDurationMs),
      maxMemoryUsedMiB: process?.memory.peakMiB ?? 0,
      ...(initDurationMs === undefined ? {} : { initDurationMs }),
      ...(userAgent === undefined ? {} : { userAgent }),
      ...(interpreter === undefined ? {} : { interpreter }),
      ...(loaded === undefined ? {} : { loaded }),
    };
  }

  /** The outcome of an invocation that the runtime answered. */
  async #answer(facts: OutcomeFacts, answer: RuntimeAnswer, unsettled?: Unsettled): Promise<SandboxOutcome> {
    const producedBytes = answer.kind === 'response' ? answer.body.length : 0;
    await this.#lifecycle.end(facts, { ...endStatus(unsettled), producedBytes });
    if (answer.kind === 'error') return { ...facts, ...this.#error(answer) };
    if (answer.streamError !== undefined) return { ...facts, ...this.#error(answer.streamError) };
    const contentType = answer.contentType === undefined ? {} : { contentType: answer.contentType };
    return { ...facts, status: 'success', response: answer.body, ...contentType };
  }

  /** The outcome of an invocation that was not answered, once its process is gone. */
  async #fail(requestId: string, dispatchedAtMs: number, failure: Failure, initMs?: number): Promise<SandboxOutcome> {
    const { timeoutMs } = this.#options;
    const durationMs = failure.kind === 'timeout' ? timeoutMs : this.#clock.since(dispatchedAtMs);
    await this.#endSession(failure.kind === 'timeout' ? 'timeout' : 'failure');
    const facts = this.#facts(requestId, durationMs, initMs);
    if (failure.kind === 'init-error') {
      await this.#lifecycle.end(facts, { status: 'error', errorType: failure.error.errorType });
      return { ...facts, ...this.#error(failure.error) };
    }
    const status = failure.kind === 'timeout' ? 'timeout' : 'crash';
    const error = failureError(requestId, failure, timeoutMs);
    const errorType = failure.kind === 'crash' ? loggedExitErrorType(failure.end) : error.errorType;
    await this.#lifecycle.end(facts, status === 'timeout' ? { status } : { status: 'error', errorType });
    const words =
      failure.kind === 'extension'
        ? { stderrTail: failure.failure.stderrTail, lastWords: { ...silent, stderr: failure.failure.stderrTail } }
        : this.#words();
    const outOfMemory = errorType === 'Runtime.OutOfMemory' ? { outOfMemory: true } : {};
    return {
      ...facts,
      status,
      error: renderPlatformError(error),
      errorType: error.errorType,
      ...words,
      ...outOfMemory,
    };
  }

  /** Ends what runs, if anything does. The session stays known for what it can tell. */
  async #endSession(reason: ShutdownReason): Promise<void> {
    const runtime = this.#live ? this.#current().process : undefined;
    this.#live = false;
    await this.#extensions.shutdown(reason, runtime);
    if (this.#options.room !== undefined) await this.#room?.end();
    else if (this.#mayHaveStrays) this.#strays.kill();
    this.#mayHaveStrays = false;
  }

  /** When the init phase began. */
  #startedAtMs(): number {
    return this.#extensions.startedAtMs ?? this.#current().startedAtMs;
  }

  /** An error that the runtime reported. */
  #error({ body, errorType }: InitError) {
    return { status: 'error', error: body, errorType, ...this.#words() } as const;
  }

  /** What the runtime said last; nothing, where an extension kept it from being started at all. */
  #words(): { readonly stderrTail: string; readonly lastWords: LastWords } {
    const { output, notes } = this.#session?.process ?? {};
    if (output === undefined) return { stderrTail: '', lastWords: silent };
    return { stderrTail: output.stderrTail, lastWords: { ...output.tails, notes: notes ?? '' } };
  }

  #current(): RuntimeSession {
    if (this.#session === undefined) throw new Error('The sandbox has not started a process yet');
    return this.#session;
  }
}

/** How long a process that has connected and gone may be the last of its runtime, in ms. */
const lastWordsLimitMs = 1_000;

const silent: LastWords = { stdout: '', stderr: '', notes: '' };

/** Whether a process that ended before it connected means that the next candidate should be tried. */
function isUnusable(end: ProcessEnd): boolean {
  return end.kind === 'launch' || (end.kind === 'exit' && isDeadShim(end.code));
}
