import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Installation } from '../invoke/installation.js';
import { main } from './main.js';

/** Finds the installation from the folder of this file, `dist/action` when bundled and `lib/src/action` when not. */
function findInstallation(start: string): Installation {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const installation = { runtimes: join(folder, 'runtimes'), chunks: join(folder, 'dist') };
    if (existsSync(installation.runtimes) && existsSync(installation.chunks)) return installation;
  }
  throw new Error(
    `There is no folder above ${start} that has runtimes/ and dist/: the checkout of this action is not whole.`,
  );
}

await main(findInstallation(import.meta.dirname));
