import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { findOnPath } from '../../host/search-path.js';
import { type Candidate, type InterpreterSearch, matches } from './candidate.js';
import { findInToolCache } from './tool-cache.js';

/**
 * The Nodes that may run a function, best first: those of the declared version (on `PATH`, in the tool cache, our own), then
 * the one on `PATH` if its version is unknown, then the others, the nearest version first.
 */
export function findNodes(search: InterpreterSearch): Candidate[] {
  const own: Candidate = { command: process.execPath, version: process.versions.node };
  const onPath = findOnPath('node', search.environment['PATH']);
  const known = [
    onPath === undefined ? undefined : { command: onPath, ...versionOf(onPath) },
    findInToolCache('node', 'node', search.version, search.environment),
    own,
  ].filter((candidate) => candidate !== undefined);
  const rank = (candidate: Candidate): number => {
    if (matches(candidate.version, search.version)) return 0;
    if (candidate.version === undefined) return 1;
    return 2 + Math.abs(Number.parseInt(candidate.version, 10) - Number(search.version));
  };
  return known.sort((a, b) => rank(a) - rank(b));
}

/** The version of a Node, found without starting it: our own, else from its headers, else from its path. */
function versionOf(command: string): { version?: string } {
  const real = realPath(command);
  if (real === realPath(process.execPath)) return { version: process.versions.node };
  const inHeader = headerVersion(join(dirname(real), '..', 'include', 'node', 'node_version.h'));
  const version = inHeader ?? /[/\\@v](\d+\.\d+\.\d+)[/\\]/.exec(real)?.[1];
  return version === undefined ? {} : { version };
}

function headerVersion(path: string): string | undefined {
  try {
    const header = readFileSync(path, 'latin1');
    const [major, minor, patch] = ['MAJOR', 'MINOR', 'PATCH'].map(
      (part) => new RegExp(`^#define NODE_${part}_VERSION (\\d+)`, 'm').exec(header)?.[1],
    );
    return major === undefined || minor === undefined || patch === undefined ? undefined : `${major}.${minor}.${patch}`;
  } catch {
    return undefined;
  }
}
