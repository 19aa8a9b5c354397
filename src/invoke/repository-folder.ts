import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder with a repository; without one, the folder itself. */
export function repositoryFolder(folder: string): string {
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return above;
  }
  return folder;
}
