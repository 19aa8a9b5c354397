import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type Candidate, type InterpreterSearch, matches } from './candidate.js';
import { executable, findOnPath } from './search-path.js';
import { byVersion, findInToolCache, folders } from './tool-cache.js';

const windows = process.platform === 'win32';

/**
 * The Pythons that may run a function, best first: the service's virtual environment of the declared version, `python3.12` on
 * `PATH`, the tool cache; then a virtual environment of another version, and `python3` and `python` on `PATH`.
 */
export function findPythons(search: InterpreterSearch): Candidate[] {
  const { version, environment } = search;
  const path = environment['PATH'];
  const virtual = virtualEnvironments(search);
  const versioned = findOnPath(`python${version}`, path);
  const candidates = [
    ...virtual.filter((candidate) => matches(candidate.version, version)),
    versioned === undefined ? undefined : { command: behindShim(versioned, version) ?? versioned, version },
    findInToolCache('Python', windows ? 'python' : 'python3', version, environment),
    ...virtual,
    ...['python3', 'python'].map((name) => {
      const command = findOnPath(name, path);
      return command === undefined ? undefined : { command };
    }),
  ];
  const seen = new Set<string>();
  return candidates.filter((candidate): candidate is Candidate => {
    if (candidate === undefined || seen.has(candidate.command)) return false;
    seen.add(candidate.command);
    return true;
  });
}

/** The service's virtual environments: the one that is active, and those in its own folder. */
function virtualEnvironments({ sourceRoot, environment }: InterpreterSearch): Candidate[] {
  const active = environment['VIRTUAL_ENV'];
  const places = [active, join(sourceRoot, '.venv'), join(sourceRoot, 'venv')];
  return places.flatMap((folder) => {
    if (folder === undefined || folder === '') return [];
    const version = configuredVersion(join(folder, 'pyvenv.cfg'));
    const command = executable(windows ? join(folder, 'Scripts', 'python') : join(folder, 'bin', 'python'));
    return version === undefined || command === undefined ? [] : [{ command, version }];
  });
}

/** The version that a virtual environment says it has: `version` of venv, `version_info` of virtualenv and uv. */
function configuredVersion(path: string): string | undefined {
  try {
    return /^version(?:_info)?\s*=\s*(\d+\.\d+(?:\.\d+)?)/m.exec(readFileSync(path, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/**
 * The interpreter that a pyenv shim stands for. The shim itself is a slow shell script, and one of a version that is not
 * selected only says so and ends.
 */
function behindShim(command: string, declared: string): string | undefined {
  const folder = dirname(command);
  if (!folder.endsWith(`pyenv${sep}shims`)) return undefined;
  const versions = join(folder, '..', 'versions');
  for (const version of folders(versions)
    .filter((name) => matches(name, declared))
    .sort(byVersion)
    .reverse()) {
    const python = executable(join(versions, version, 'bin', `python${declared}`));
    if (python !== undefined) return python;
  }
  return undefined;
}
