import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { installAlone } from '../install-alone.js';
import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);
/** How long an installation may take. */
export const installTimeoutMs = 420_000;

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
  try {
    await installAlone(folder, () => install(folder, steps(folder)));
    return folder;
  } catch (error) {
    return { unavailable: whyNot(error) };
  }
}

/** What an installation that failed said last. */
export function whyNot(error: unknown): string {
  const { stderr, message } = error as Error & { readonly stderr?: string };
  return (stderr?.trim() || message).split('\n').slice(-3).join(' ');
}

async function install(folder: string, steps: readonly InstallStep[]): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  for (const { command, args, environment } of steps) {
    await run(command, [...args], {
      cwd: folder,
      timeout: installTimeoutMs,
      maxBuffer: 2 ** 26,
      env: { ...process.env, ...environment },
    });
  }
}
