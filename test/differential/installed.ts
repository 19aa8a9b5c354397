import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);
const installTimeoutMs = 420_000;
const pollMs = 500;

/** Why something that a test needs is not there. */
export interface Unavailable {
  readonly unavailable: string;
}

/** The whole time that a test file may need where it has to install something first, in ms. */
export const installingTimeoutMs = 900_000;

/** A command of an installation. */
export interface InstallStep {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A folder of `.cache/` with something from a registry in it, installed where it is not there yet. Test files that run side by
 * side wait for one another.
 * @returns its path, or why it can't be had
 */
export async function installed(
  name: string,
  steps: (folder: string) => readonly InstallStep[],
): Promise<string | Unavailable> {
  const folder = join(repositoryRoot, '.cache', name);
  const lock = `${folder}.installing`;
  try {
    await mkdir(join(folder, '..'), { recursive: true });
    if (!(await hasLock(folder, lock))) return folder;
    try {
      if (!isComplete(folder)) await install(folder, steps(folder));
      return folder;
    } finally {
      await rmdir(lock);
    }
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    return { unavailable: (stderr?.trim() || message).split('\n').slice(-3).join(' ') };
  }
}

/** Takes the lock of an installation that is not complete. */
async function hasLock(folder: string, lock: string): Promise<boolean> {
  for (let waitedMs = 0; !isComplete(folder); waitedMs += pollMs) {
    try {
      await mkdir(lock);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (waitedMs > installTimeoutMs) throw new Error(`Another run has been installing for long: remove ${lock}.`);
      await sleep(pollMs);
    }
  }
  return false;
}

async function install(folder: string, steps: readonly InstallStep[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  for (const { command, args, environment } of steps) {
    await run(command, [...args], {
      cwd: folder,
      timeout: installTimeoutMs,
      maxBuffer: 2 ** 26,
      env: { ...process.env, ...environment },
    });
  }
  await writeFile(join(folder, 'complete'), '');
}

function isComplete(folder: string): boolean {
  return existsSync(join(folder, 'complete'));
}
