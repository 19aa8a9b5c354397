import { dirname, join, sep } from 'node:path';
import { findOnPath } from '../../host/search-path.js';
import { type Candidate, distinct, type InterpreterSearch, matches } from './candidate.js';
import { findInToolCache, newestInstalled } from './tool-cache.js';
import { findVirtualEnvironments, virtualInterpreter } from './virtual-environments.js';

const windows = process.platform === 'win32';

/**
 * The Pythons that may run a function, best first: the service's virtual environment of the declared version, `python3.12` on
 * `PATH`, the tool cache, the one that the launcher of Windows (`py`) finds in the registry; then a virtual environment of
 * another version, `python3` and `python` on `PATH`, and the newest one that the launcher finds.
 */
export function findPythons(search: InterpreterSearch): Candidate[] {
  const { version, environment } = search;
  const path = environment['PATH'];
  const virtual = findVirtualEnvironments(search).flatMap((found) => virtualInterpreter(found) ?? []);
  const versioned = findOnPath(`python${version}`, path);
  const launcher = windows ? findOnPath('py', path) : undefined;
  return distinct([
    ...virtual.filter((candidate) => matches(candidate.version, version)),
    versioned === undefined ? undefined : { command: behindShim(versioned, version) ?? versioned, version },
    findInToolCache('Python', windows ? 'python' : 'python3', version, environment),
    launcher === undefined ? undefined : { command: launcher, args: [`-${version}`], version },
    ...virtual,
    ...['python3', 'python'].map((name) => {
      const command = findOnPath(name, path);
      return command === undefined ? undefined : { command };
    }),
    launcher === undefined ? undefined : { command: launcher, args: ['-3'] },
  ]);
}

/**
 * The interpreter that a pyenv shim stands for. The shim itself is a slow shell script, and ends with a message if its
 * version is not the selected one.
 */
function behindShim(command: string, declared: string): string | undefined {
  const folder = dirname(command);
  if (!folder.endsWith(`pyenv${sep}shims`)) return undefined;
  return newestInstalled(join(folder, '..', 'versions'), declared, (version) =>
    join(version, 'bin', `python${declared}`),
  )?.command;
}
