import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Installation } from './installation.js';

/**
 * Finds the installation from the folder of an entry: `dist/<face>` when bundled, whose bootstraps are in `dist/` too, and
 * `lib/src/<face>` when not.
 * @throws Error where no folder above has the bootstraps and the chunks: the checkout is not whole
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
