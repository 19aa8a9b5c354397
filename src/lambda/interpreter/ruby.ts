import { basename, dirname, join, sep } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { findOnPath } from '../../host/search-path.js';
import { type Candidate, distinct, type InterpreterSearch, matches } from './candidate.js';
import { findInToolCache, newestInstalled } from './tool-cache.js';

const program = process.platform === 'win32' ? join('bin', 'ruby') : 'ruby';

/**
 * The Rubies that may run a function, best first: the `ruby` on `PATH` if its path names the declared version, `ruby3.3` on
 * `PATH`, one that a version manager installed, the tool cache; then the `ruby` on `PATH` of any version.
 */
export function findRubies({ version, environment }: InterpreterSearch): Candidate[] {
  const path = environment['PATH'];
  const onPath = findOnPath('ruby', path);
  const plain = onPath === undefined ? undefined : { command: onPath, ...versionOf(onPath) };
  const versioned = findOnPath(`ruby${version}`, path);
  return distinct([
    plain !== undefined && matches(plain.version, version) ? plain : undefined,
    versioned === undefined ? undefined : { command: versioned, version },
    onPath === undefined ? undefined : behindShim(onPath, version),
    findInToolCache('Ruby', program, version, environment),
    plain,
  ]);
}

/** The version that a path names: `…/Ruby/3.3.6/x64/bin/ruby`, `…/ruby-3.3.6/bin/ruby`, `/usr/bin/ruby3.1`. */
function versionOf(command: string): { version?: string } {
  const real = realPath(command);
  const version =
    /[/\\](?:ruby-)?(\d+\.\d+\.\d+)[/\\]/i.exec(real)?.[1] ?? /^ruby(\d+\.\d+)(?:\.exe)?$/.exec(basename(real))?.[1];
  return version === undefined ? {} : { version };
}

/** Where version managers keep what they installed. (Their shims are slow, or run only the version that is selected.) */
const installations: ReadonlyArray<{ readonly shims: string; readonly versions: string }> = [
  { shims: `rbenv${sep}shims`, versions: 'versions' },
  { shims: `asdf${sep}shims`, versions: join('installs', 'ruby') },
  { shims: `mise${sep}shims`, versions: join('installs', 'ruby') },
];

/** The newest Ruby of the declared version among those that a shim's version manager installed. */
function behindShim(command: string, declared: string): Candidate | undefined {
  const folder = dirname(command);
  const manager = installations.find(({ shims }) => folder.endsWith(shims));
  if (manager === undefined) return undefined;
  return newestInstalled(join(folder, '..', manager.versions), declared, (version) => join(version, 'bin', 'ruby'));
}
