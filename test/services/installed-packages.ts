import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installAlone } from '../install-alone.js';
import { installEnvironment } from '../install-environment.js';
import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);
const installTimeoutMs = 300_000;

/** A folder with packages in its `node_modules`, or why there is none. */
export type InstalledPackages = { readonly folder: string } | { readonly unavailable: string };

/**
 * Installs packages of the registry into a folder of the cache, where they are not there yet.
 * @param name the folder, relative to the cache
 * @param more further flags for npm
 */
export async function installedPackages(
  name: string,
  packages: readonly string[],
  more: readonly string[] = [],
): Promise<InstalledPackages> {
  const folder = join(repositoryRoot, '.cache', name);
  try {
    await installAlone(folder, async () => {
      await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
      const flags = ['--no-audit', '--no-fund', '--silent', '--ignore-scripts', ...more];
      await run('npm', ['install', ...flags, ...packages], {
        cwd: folder,
        env: installEnvironment(),
        timeout: installTimeoutMs,
        shell: process.platform === 'win32',
      });
    });
    return { folder };
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    return { unavailable: (stderr?.trim() || message).split('\n').slice(-3).join(' ') };
  }
}
