import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Installation } from './installation.js';

/**
 * Finds the installation from the folder of an entry: `dist/<face>` when bundled, `lib/src/<face>` when not.
 * @throws Error where no folder above has both `runtimes/` and `dist/`: the checkout is not whole
 */
export function findInstallation(entry: string): Installation {
  for (let folder = entry; folder !== dirname(folder); folder = dirname(folder)) {
    const installation = { runtimes: join(folder, 'runtimes'), chunks: join(folder, 'dist') };
    if (existsSync(join(installation.runtimes, 'node')) && existsSync(installation.chunks)) return installation;
  }
  throw new Error(`There is no folder above ${entry} that has runtimes/ and dist/: this checkout is not whole.`);
}
