import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { deferred } from '../../../process/deferred.js';
import type { EnclosedEnd } from '../../../process/enclosure.js';
import { endEnclosed, endGroup } from '../../../process/end-group.js';
import type { ReportLeft } from '../../../process/left-process.js';
import { nowMs } from '../../../process/now.js';
import { polled } from '../../../process/polled.js';
import { hasEnded, signalGroup } from '../../../process/process-group.js';
import { settlesWithin } from '../../../process/settles-within.js';
import type { Strays } from '../../../process/strays.js';
import { type WatchedGroup, watchOver } from '../../../process/watchdog.js';
import type { RoomProcess } from '../../containment/room-process.js';
import type { ProcessEnd } from '../../errors.js';
import { formatFault } from '../../executable/format-fault.js';
import { drainTimeoutMs, saveTimeoutMs } from '../../limits.js';
import type { LogSink } from '../../platform-log/log-sink.js';
import { CrashNotes } from './crash-notes.js';
import type { Forerunner, StartedProcess } from './forerunner.js';
import { type Launch, type LaunchSettings, launch, type SingleLaunch, saveSignal, withPipePath } from './launch.js';
import { MemoryWatch } from './memory-watch.js';
import { OutputPump } from './output-pump.js';
import { startOf, withDescendants } from './process-memory.js';
import { telemetryLines } from './telemetry-frames.js';

/** What a sandbox starts its process with. */
export interface ProcessSettings extends LaunchSettings {
  /** The memory that it may use, together with every process that it starts; unlimited if absent. */
  readonly memorySizeMiB?: number;
  /** Finds processes that have left its process tree; their memory counts too. */
  readonly strays?: Strays;
  readonly logs: LogSink;
  /** Takes the processes that could not be ended. */
  readonly onLeft?: ReportLeft | undefined;
  /** A process that was started on a guess, which is taken if it is what would be started. */
  readonly forerunner?: Forerunner | undefined;
}

/** One process that runs a runtime, from its start until nothing of its group is left. */
export class RuntimeProcess {
  readonly output: OutputPump;
  readonly memory: MemoryWatch;
  /**
   * Settles when the process has ended or could not be started, and the connections that it opened are there; its output may still be
   * on its way.
   */
  readonly ended: Promise<ProcessEnd>;
  /** Our end of the connection to the Runtime API that the process was given, if it was. */
  readonly connection: Socket | undefined;
  /** When it was started, by {@link nowMs}. */
  readonly startedAtMs: number;
  /** Whether it sends the token of its sandbox with each request. */
  readonly sendsToken: boolean;
  readonly #child: ChildProcess | undefined;
  readonly #inRoom: RoomProcess | undefined;
  #programPid: number | undefined;
  readonly #watched: WatchedGroup | undefined;
  readonly #notes: CrashNotes | undefined;
  readonly #onLeft: ReportLeft | undefined;
  readonly #saves: boolean;
  /** The end that is recorded for a process that could not be killed. */
  readonly #givenUp = deferred<ProcessEnd>();
  #ending: Promise<void> | undefined;
  #end: ProcessEnd | undefined;

  /** @param end settles when the process has ended, or could not be started */
  private constructor(
    end: Promise<ProcessEnd>,
    { logs, memorySizeMiB, strays, onLeft }: Pick<ProcessSettings, 'logs' | 'memorySizeMiB' | 'strays' | 'onLeft'>,
    { launched, watched, notes, startedAtMs = nowMs() }: Partial<StartedProcess> = {},
    { saves = false, sendsToken = false, pipePath }: Pick<SingleLaunch, 'saves' | 'sendsToken' | 'pipePath'> = {},
  ) {
    const { child, telemetry, connection, inRoom } = launched ?? {};
    this.connection = connection;
    this.startedAtMs = startedAtMs;
    this.sendsToken = sendsToken;
    this.#child = child;
    this.#inRoom = inRoom;
    this.#watched = watched;
    this.#notes = notes;
    this.#onLeft = onLeft;
    this.#saves = saves;
    this.output = new OutputPump(logs);
    if (child?.stdout) this.output.attach(child.stdout, 'stdout', pipePath);
    if (child?.stderr) this.output.attach(child.stderr, 'stderr');
    if (telemetry !== undefined) this.output.attach(telemetry.pipe(telemetryLines()), 'stdout');
    this.#programPid = inRoom === undefined ? child?.pid : undefined;
    this.memory = new MemoryWatch(this.#programPid, {
      limitMiB: memorySizeMiB ?? Number.POSITIVE_INFINITY,
      onExceeded: () => void this.#kill(),
      ...(strays === undefined || inRoom !== undefined ? {} : { strays: () => strays.find() }),
    });
    void inRoom?.program.then((found) => {
      this.#programPid = found?.pid;
      if (found !== undefined) this.memory.follow(found.pid, found.firstPid);
    });
    if (child?.pid === undefined || memorySizeMiB === undefined) this.memory.stop();
    this.ended = Promise.race([end, this.#givenUp.promise]).then(async (value) => {
      this.memory.stop();
      const outOfMemory = value.kind === 'signal' && this.memory.hasExceeded;
      const known = outOfMemory ? { ...value, outOfMemory } : value;
      this.#end = known;
      await polled();
      return known;
    });
  }

  /**
   * Starts a runtime, and a moment later the watch over its group: a bootstrap that cannot connect to the Runtime API, because the
   * parent is gone, ends without having loaded the user's code.
   */
  static start(given: Launch, sandbox: ProcessSettings): RuntimeProcess {
    const candidate = withPipePath(given, sandbox);
    const command = candidate.entrypoint ?? candidate.command;
    const fault = candidate.entrypoint === undefined ? undefined : formatFault(candidate.command);
    if (fault !== undefined) {
      return new RuntimeProcess(Promise.resolve({ kind: 'launch', command, reason: fault }), sandbox);
    }
    const startedAtMs = nowMs();
    const adopted = sandbox.forerunner?.adopt(candidate, sandbox);
    if (adopted !== undefined) return RuntimeProcess.#of(adopted, command, sandbox, candidate);
    const notes = candidate.notes === true ? CrashNotes.open() : undefined;
    try {
      const launched = launch(candidate, sandbox, notes?.descriptor);
      const { child, inRoom } = launched;
      const watched = inRoom === undefined ? watchOver(child, sandbox.environment) : undefined;
      return RuntimeProcess.#of({ launched, notes, watched, startedAtMs }, command, sandbox, candidate);
    } catch (error) {
      notes?.close();
      const reason = launchReason(error as Error);
      return new RuntimeProcess(Promise.resolve({ kind: 'launch', command, reason }), sandbox);
    }
  }

  static #of(
    started: StartedProcess,
    command: string,
    sandbox: ProcessSettings,
    candidate: SingleLaunch,
  ): RuntimeProcess {
    const { child, inRoom } = started.launched;
    const end = inRoom?.ended.then((how) => endInRoom(how, command)) ?? endOf(child, command);
    return new RuntimeProcess(end, sandbox, started, candidate);
  }

  /** `undefined` where it could not be started, or is not yet known to have been started in its room. */
  get pid(): number | undefined {
    return this.#programPid;
  }

  /** The process that was started here, which is this one or its forebear. */
  get rootPid(): number | undefined {
    return this.#child?.pid;
  }

  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  /** What its bootstrap noted in case of a crash; read once the process has been stopped. */
  get notes(): string {
    return this.#notes?.text ?? '';
  }

  /** Asks the process and its group to end. Windows has no way to ask, so there they are killed. */
  terminate(): void {
    const pid = this.#programPid;
    if (pid === undefined || this.hasEnded) return;
    if (process.platform === 'win32') void this.#kill();
    else signalGroup(pid, 'SIGTERM');
  }

  /**
   * Ends the process and its whole group at once (as Lambda does without extensions), and reads what they had written. A
   * process that left the group is not killed; neither it nor one that can't be killed is waited for.
   */
  async stop(): Promise<ProcessEnd> {
    this.memory.sample();
    if (this.#saves) await this.#save();
    await this.#kill();
    const end = await this.ended;
    await this.output.drainToEnd(drainTimeoutMs);
    this.#notes?.close();
    return end;
  }

  /** Has a runtime save what it has to save, for which it has a limited time. Windows has no way to ask for it. */
  async #save(): Promise<void> {
    const pid = this.#programPid;
    if (pid === undefined || this.hasEnded || this.#ending !== undefined || process.platform === 'win32') return;
    try {
      process.kill(pid, saveSignal);
    } catch {
      return;
    }
    await settlesWithin(this.ended, saveTimeoutMs);
  }

  #kill(): Promise<void> {
    if (this.#ending === undefined) {
      this.#ending = this.#endGroup();
      this.#watched?.release();
    }
    return this.#ending;
  }

  async #endGroup(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined) return;
    const left = await (this.#inRoom === undefined ? endTree(child, child.pid) : endEnclosed(this.#inRoom));
    if (left.length > 0) this.#onLeft?.(left);
    if (!hasEnded(child)) this.#givenUp.resolve({ kind: 'signal', signal: 'SIGKILL' });
  }
}

/**
 * Ends a process with its group, and what has left the group: until then it descends from the process, whatever its environment is.
 */
async function endTree(child: ChildProcess, pid: number): ReturnType<typeof endGroup> {
  const isTold = process.platform === 'linux' && !hasEnded(child);
  const tree = isTold ? withDescendants([pid]).map((each) => [each, startOf(each)] as const) : [];
  const left = await endGroup(child);
  for (const [each, start] of tree) if (start !== undefined && startOf(each) === start) kill(each);
  return left;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/** Waits until a process ends, or fails to start. */
function endOf(child: ChildProcess, command: string): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ kind: 'launch', command, reason: launchReason(error) });
    });
    child.once('exit', (code, signal) => {
      resolve(signal === null ? { kind: 'exit', code: code ?? 0 } : { kind: 'signal', signal });
    });
  });
}

function endInRoom(end: EnclosedEnd, command: string): ProcessEnd {
  if (end.kind === 'failed') return { kind: 'launch', command, reason: end.reason, withoutRoom: true };
  if (end.kind !== 'refused') return end;
  return { kind: 'launch', command, reason: launchReason(Object.assign(new Error(end.code), { code: end.code })) };
}

/** What Go prints for the `errno` of a failed `execve`. */
function launchReason(error: NodeJS.ErrnoException): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or directory',
    EACCES: 'permission denied',
    ENOEXEC: 'exec format error',
    ENOTDIR: 'not a directory',
    E2BIG: 'argument list too long',
    ENAMETOOLONG: 'file name too long',
    ELOOP: 'too many levels of symbolic links',
  };
  return reasons[error.code ?? ''] ?? error.message;
}
