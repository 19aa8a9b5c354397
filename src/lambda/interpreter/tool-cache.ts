import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { executable } from '../../host/search-path.js';
import { type Candidate, matches } from './candidate.js';

/**
 * The newest interpreter of a declared version in the runner's tool cache, which holds
 * `<tool>/<version>/<arch>/` with a marker `<arch>.complete` beside it.
 */
export function findInToolCache(
  tool: 'node' | 'Python' | 'Ruby',
  program: string,
  declared: string,
  environment: Readonly<Record<string, string | undefined>>,
): Candidate | undefined {
  const cache = environment['RUNNER_TOOL_CACHE'] ?? environment['AGENT_TOOLSDIRECTORY'];
  if (cache === undefined || cache === '') return undefined;
  return newestInstalled(join(cache, tool), declared, (installed) => {
    const folder = join(installed, process.arch);
    if (!existsSync(`${folder}.complete`)) return undefined;
    return process.platform === 'win32' ? join(folder, program) : join(folder, 'bin', program);
  });
}

/**
 * The newest interpreter of a declared version in a folder that has a folder for each version.
 * @param program where the program is in the folder of a version; `undefined` to skip that version
 */
export function newestInstalled(
  installations: string,
  declared: string,
  program: (folder: string) => string | undefined,
): Candidate | undefined {
  const versions = folders(installations).filter((name) => matches(name, declared));
  for (const version of versions.sort(byVersion).reverse()) {
    const path = program(join(installations, version));
    const command = path === undefined ? undefined : executable(path);
    if (command !== undefined) return { command, version };
  }
  return undefined;
}

/** Compares versions by their numbers: `3.9` comes before `3.10`. A suffix, as in `3.14.0-rc.2`, is ignored. */
export function byVersion(a: string, b: string): number {
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}

/** The names in a folder; none where it cannot be read. */
export function folders(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
