import { nowMs } from '../../../process/now.js';
import { randomHex } from '../../../process/random.js';
import { type WatchedGroup, watchOver } from '../../../process/watchdog.js';
import type { Room } from '../../containment/room.js';
import type { TriedRoom } from '../../containment/room-process.js';
import { CrashNotes } from './crash-notes.js';
import { environmentOf, type Launch, type LaunchedProcess, type LaunchSettings, launch } from './launch.js';

/**
 * The variables that Node.js or Python, the libraries below them or the loader may read while they start, before our bootstrap can
 * set them: those of node(1) except `NODE_ENV`, which only programs read, those of Python, of ld.so(8), of libuv, ICU, OpenSSL and
 * the allocators, the locale, the time zone, and the home folder, below which Node.js looks for modules. The runner's own is
 * among them because it finds processes that were left by what they were started with. In upper case.
 */
const readAtStart: ReadonlySet<string> = new Set(
  'GCONV_PATH LOCPATH LANG LANGUAGE TZ TZDIR HOME USERPROFILE RUNNER_TRACKING_ID'.split(' '),
);

/** How the names of others of these begin. A pattern that says the same takes V8 longer to compile than the names take. */
const readAtStartFrom =
  'NODE_ PYTHON LD_ DYLD_ UV_ ICU_ SSL_ OPENSSL_ GLIBC_ LC_ MALLOC_ TCMALLOC_ MIMALLOC_ JEMALLOC_'.split(' ');

function isReadAtStart(name: string): boolean {
  if (readAtStart.has(name) || name.endsWith('SAN_OPTIONS')) return true;
  return name !== 'NODE_ENV' && readAtStartFrom.some((start) => name.startsWith(start));
}

/** The part of an environment that an interpreter may read while it starts. */
export function startEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => isReadAtStart(name.toUpperCase())));
}

/** A runtime's process with what belongs to it. */
export interface StartedProcess {
  readonly launched: LaunchedProcess;
  readonly notes: CrashNotes | undefined;
  /** `undefined` if there is nothing to watch over, as long as a process only waits. */
  readonly watched: WatchedGroup | undefined;
  /** When it was started, by {@link nowMs}. */
  readonly startedAtMs: number;
}

/**
 * A runtime's process that is started on a guess, while the configuration is still being read. Its bootstrap waits for its
 * environment before it does anything that the function could see; it gets it once it is known that everything that can't
 * be changed after the start was guessed right: program, arguments, working folder, and what is read at the start. Without
 * that it ends, as it does when this process ends.
 */
export class Forerunner implements Disposable {
  /** `NAME=value`, which is in the environment that this process was started with, and in that of no other. */
  readonly setting: string;
  readonly #launch: Launch;
  readonly #settings: LaunchSettings;
  /** The room in which it waits, if it is in one. */
  readonly room: TriedRoom | undefined;
  #process: StartedProcess | undefined;
  #isAdopted = false;

  private constructor(guess: Launch, settings: LaunchSettings, process: StartedProcess, setting: string) {
    this.setting = setting;
    const { inRoom } = process.launched;
    this.room =
      settings.room === undefined || inRoom === undefined
        ? undefined
        : { mechanism: settings.room.mechanism, made: inRoom.made, planned: inRoom.planned };
    this.#launch = guess;
    this.#settings = settings;
    this.#process = process;
  }

  /**
   * Starts a runtime that can take an open connection.
   * @returns `undefined` if that fails
   */
  static start(guess: Launch, settings: Omit<LaunchSettings, 'givesConnection'>): Forerunner | undefined {
    const startedAtMs = nowMs();
    const environment = startEnvironment(settings.environment);
    const notes = guess.notes === true ? CrashNotes.open() : undefined;
    try {
      const mark = randomHex(16);
      const waiting = { ...guess, environment: { ...guess.waitsWith, INVOKE_LOCAL_FORERUNNER: mark } };
      const launched = launch(waiting, { ...settings, environment, givesConnection: true }, notes?.descriptor);
      const { child, connection } = launched;
      child.on('error', () => {});
      connection?.on('error', () => {});
      if (child.pid !== undefined && connection !== undefined) {
        const started = { launched, notes, watched: undefined, startedAtMs };
        return new Forerunner(guess, { ...settings, environment }, started, `INVOKE_LOCAL_FORERUNNER=${mark}`);
      }
    } catch {
      // The start that is not a guess says what is wrong.
    }
    notes?.close();
    return undefined;
  }

  /** The process that waits; `undefined` if it was adopted or ended. */
  get pid(): number | undefined {
    return this.#process?.launched.child.pid;
  }

  /** Whether it is the runtime of a sandbox, which then needs no time to start. */
  get isAdopted(): boolean {
    return this.#isAdopted;
  }

  /** Makes it the runtime that would be started otherwise; `undefined` if it is not the same, or was taken already. */
  adopt(candidate: Launch, sandbox: LaunchSettings): StartedProcess | undefined {
    const process = this.#process;
    if (process === undefined) return undefined;
    const { child, connection } = process.launched;
    const isAlive = child.exitCode === null && child.signalCode === null;
    if (!isAlive || connection === undefined || !this.#isAsGuessed(candidate, sandbox)) return undefined;
    this.#process = undefined;
    this.#isAdopted = true;
    child.removeAllListeners('error');
    const environment = environmentOf(candidate, sandbox, {
      hasNotes: process.notes !== undefined,
      isConnected: true,
    });
    const tell = (): void => void connection.write(`${JSON.stringify(environment)}\n`);
    // Until its room is made, it must run nothing of the function's.
    if (process.launched.inRoom === undefined) tell();
    else void process.launched.inRoom.made.then((isMade) => isMade && tell());
    const watched = process.launched.inRoom === undefined ? watchOver(child, environment) : undefined;
    return { ...process, watched };
  }

  #isAsGuessed(candidate: Launch, { workingDirectory, environment, givesConnection, room }: LaunchSettings): boolean {
    const guess = this.#launch;
    return (
      givesConnection === true &&
      isSameRoom(room, this.#settings.room) &&
      candidate.inheritsConnection === true &&
      candidate.notes === guess.notes &&
      candidate.entrypoint === undefined &&
      candidate.command === guess.command &&
      isSame(candidate.args, guess.args) &&
      workingDirectory === this.#settings.workingDirectory &&
      isSame(
        entriesOf(startEnvironment({ ...environment, ...candidate.environment })),
        entriesOf(this.#settings.environment),
      )
    );
  }

  /** Ends the process, if it was not adopted. */
  [Symbol.dispose](): void {
    const process = this.#process;
    this.#process = undefined;
    if (process === undefined) return;
    const { child, inRoom } = process.launched;
    inRoom?.leave();
    child.kill('SIGKILL');
    for (const stream of child.stdio) stream?.destroy();
    child.unref();
    process.notes?.close();
  }
}

function entriesOf(environment: Readonly<Record<string, string>>): string[] {
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
}

function isSameRoom(a: Room | undefined, b: Room | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.isLike(b);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
