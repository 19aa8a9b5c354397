import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Installation } from './installation.js';

/** The version of invoke-local, from the package.json beside the bootstraps. */
export function toolVersion({ runtimes }: Installation): string {
  const { version } = JSON.parse(readFileSync(join(dirname(runtimes), 'package.json'), 'utf8')) as { version: string };
  return version;
}
