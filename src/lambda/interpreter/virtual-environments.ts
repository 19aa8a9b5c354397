import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { executable } from '../../host/search-path.js';
import { type Candidate, type InterpreterSearch, matches } from './candidate.js';

const windows = process.platform === 'win32';

/** A virtual environment of Python. */
export interface VirtualEnvironment {
  readonly folder: string;
  /** The version that its `pyvenv.cfg` names: `3.12.4`. */
  readonly version: string;
}

/**
 * The virtual environments that a service may have its packages in, best first: the active one, the one that
 * `UV_PROJECT_ENVIRONMENT` names, and `.venv` and `venv` in the service's folder or beside the nearest `pyproject.toml`
 * above it, where Poetry and uv create them.
 */
export function findVirtualEnvironments({ sourceRoot, environment }: InterpreterSearch): VirtualEnvironment[] {
  const active = environment['VIRTUAL_ENV'];
  const ofUv = environment['UV_PROJECT_ENVIRONMENT'];
  const roots = new Set([sourceRoot, projectRoot(sourceRoot)]);
  const places = new Set([
    ...[active, ofUv].flatMap((folder) => (folder === undefined || folder === '' ? [] : [resolve(sourceRoot, folder)])),
    ...[...roots].flatMap((root) => [join(root, '.venv'), join(root, 'venv')]),
  ]);
  return [...places].flatMap((folder) => {
    const version = configuredVersion(join(folder, 'pyvenv.cfg'));
    return version === undefined ? [] : [{ folder, version }];
  });
}

/** The interpreter of a virtual environment, where it is there and can be run. */
export function virtualInterpreter({ folder, version }: VirtualEnvironment): Candidate | undefined {
  const command = executable(windows ? join(folder, 'Scripts', 'python') : join(folder, 'bin', 'python'));
  return command === undefined ? undefined : { command, version };
}

/**
 * The environments' folders of packages that any interpreter of the declared version can load. The environment's own
 * interpreter may be of another version, or missing because it was made on another machine or in another container.
 */
export function sitePackages(search: InterpreterSearch): string[] {
  return findVirtualEnvironments(search)
    .filter((environment) => matches(environment.version, search.version))
    .map(({ folder }) =>
      windows ? join(folder, 'Lib', 'site-packages') : join(folder, 'lib', `python${search.version}`, 'site-packages'),
    )
    .filter((folder) => existsSync(folder));
}

/** The folder of the nearest `pyproject.toml`, not above the repository; the service's own where there is none. */
function projectRoot(sourceRoot: string): string {
  for (let folder = sourceRoot; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pyproject.toml'))) return folder;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return sourceRoot;
  }
}

/** The version that `pyvenv.cfg` names: as `version` in those of venv, as `version_info` in those of virtualenv and uv. */
function configuredVersion(path: string): string | undefined {
  try {
    return /^version(?:_info)?\s*=\s*(\d+\.\d+(?:\.\d+)?)/m.exec(readFileSync(path, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
