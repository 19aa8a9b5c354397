import { mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Something could not be installed. The message says why, as part of a sentence. */
export class InstallationError extends Error {}

/** A cache folder can't be written. */
export class UnwritableError extends InstallationError {}

/** What is installed once on a machine, into one of several cache folders. */
export interface Installation<Installed> {
  /** Where it may be, absolute, the best place first. */
  readonly places: readonly string[];
  /** What a place holds; `undefined` where it is not all there. */
  find(place: string): Installed | undefined;
  /**
   * Fills a new folder, which then takes its place.
   * @throws InstallationError
   */
  fill(folder: string): Promise<void>;
  readonly signal: AbortSignal;
}

/** The installations under way in this process, by their places. */
const underWay = new Map<string, Promise<unknown>>();

/** How long another process may take for the same installation before it counts as dead, in ms. */
const lockLifeMs = 300_000;

/** How often another process's installation is looked after, in ms. */
const lockPollMs = 100;

/**
 * Finds what an earlier run installed, or installs it: into a folder beside its place, which is then renamed, so that nobody sees
 * half of it. Of several processes that need it at once, one installs it and the others wait.
 * @throws InstallationError where that fails, or no place can be written
 */
export async function installOnce<Installed>(installation: Installation<Installed>): Promise<Installed> {
  const { places, find } = installation;
  for (const place of places) {
    const found = find(place);
    if (found !== undefined) return found;
  }
  let failure: InstallationError = new InstallationError('there is no cache folder');
  for (const place of places) {
    const work = (underWay.get(place) ?? install(place, installation)) as Promise<Installed>;
    underWay.set(place, work);
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof UnwritableError)) throw error;
      failure = error;
    } finally {
      underWay.delete(place);
    }
  }
  throw failure;
}

async function install<Installed>(place: string, installation: Installation<Installed>): Promise<Installed> {
  const { find, fill, signal } = installation;
  const folder = await folderBeside(place);
  try {
    await using _lock = await lock(`${place}.lock`, () => find(place) !== undefined, signal);
    const byAnother = find(place);
    if (byAnother !== undefined) return byAnother;
    await fill(folder);
    await moveTo(place, folder, find);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const found = find(place);
  if (found === undefined) throw new InstallationError(`${place} does not hold it`);
  return found;
}

/** @throws UnwritableError if it can't be made */
async function folderBeside(place: string): Promise<string> {
  const parent = dirname(place);
  try {
    await mkdir(parent, { recursive: true });
    return await mkdtemp(`${place}.installing-`);
  } catch (error) {
    throw new UnwritableError(`the cache folder ${parent} can't be written (${codeOf(error)})`);
  }
}

/**
 * Takes a lock, or waits until what it protects is done. A lock whose process has ended, or that is too old, is taken over. Two
 * processes that take one over at once both install, which does no harm.
 */
async function lock(path: string, isDone: () => boolean, signal: AbortSignal): Promise<AsyncDisposable> {
  for (;;) {
    signal.throwIfAborted();
    if (isDone()) return { [Symbol.asyncDispose]: async () => {} };
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw new UnwritableError(`${path} can't be written (${codeOf(error)})`);
    }
    if (await isStale(path)) await rm(path, { force: true });
    else await delay(lockPollMs, undefined, { signal });
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > lockLifeMs) return true;
    const pid = Number(await readFile(path, 'utf8'));
    return pid > 0 && !isAlive(pid);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Moves a finished installation into its place. If another run was there first, its own is kept. */
async function moveTo(place: string, folder: string, find: (place: string) => unknown): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(folder, place);
      return;
    } catch (error) {
      if (find(place) !== undefined) return;
      if (attempt === 2) throw new InstallationError(`${place} can't be written (${codeOf(error)})`);
      await rm(place, { recursive: true, force: true });
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
