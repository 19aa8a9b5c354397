import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Installation } from './installation.js';

/**
 * Finds the installation from the folder of an entry: `dist/action` or `dist/cli` if bundled (the bootstraps are in `dist/`
 * too), else `lib/src/action` or `lib/src/cli`.
 * @throws Error if no folder above has the bootstraps and the chunks, because the checkout is incomplete
 */
export function findInstallation(entry: string): Installation {
  for (let folder = entry; folder !== dirname(folder); folder = dirname(folder)) {
    const runtimes = join(folder, 'runtimes');
    if (!existsSync(join(runtimes, 'node'))) continue;
    const chunks = [folder, join(folder, 'dist')].find((candidate) => existsSync(join(candidate, 'typescript')));
    if (chunks !== undefined) return { runtimes, chunks };
  }
  throw new Error(`There is no folder above ${entry} that has runtimes/ and dist/: this checkout is not whole.`);
}
