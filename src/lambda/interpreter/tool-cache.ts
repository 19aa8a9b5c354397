import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Candidate, matches } from './candidate.js';
import { executable } from './search-path.js';

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
  const versions = folders(join(cache, tool)).filter((version) => matches(version, declared));
  for (const version of versions.sort(byVersion).reverse()) {
    const folder = join(cache, tool, version, process.arch);
    if (!existsSync(`${folder}.complete`)) continue;
    const command = executable(process.platform === 'win32' ? join(folder, program) : join(folder, 'bin', program));
    if (command !== undefined) return { command, version };
  }
  return undefined;
}

/** Sorts versions by their numbers: `3.9` before `3.10`. */
export function byVersion(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The names in a folder; none where it cannot be read. */
export function folders(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
