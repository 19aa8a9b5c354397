import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import { findOnPath } from '../../../src/host/search-path.js';
import { installAlone } from '../../install-alone.js';
import { repositoryRoot } from '../../paths.js';
import { environmentPython, makePythonEnvironment } from '../../python-packages/environment.js';

const run = promisify(execFile);
const isWindows = process.platform === 'win32';

/** A Python that has packages of the registry. */
export interface Python {
  /** Lambda's identifier of its version. */
  readonly runtime: string;
  /** `PATH` with it before others. */
  readonly path: string;
}

/** Makes a virtual environment in the cache folder that has a package, and others that it needs, where it is not there yet. */
export async function pythonWith(
  name: string,
  version: string,
  others: readonly string[] = [],
): Promise<Python | { readonly unavailable: string }> {
  const python = findOnPath('python3', process.env['PATH']) ?? findOnPath('python', process.env['PATH']);
  if (python === undefined) return { unavailable: 'no Python is on PATH' };
  const folder = join(repositoryRoot, '.cache', `${name}-${version}`);
  const binaries = join(folder, isWindows ? 'Scripts' : 'bin');
  try {
    await installAlone(folder, () => makePythonEnvironment(python, folder, [`${name}==${version}`, ...others]));
    const { stdout } = await run(environmentPython(folder), [
      '-c',
      'import sys; print("%d.%d" % sys.version_info[:2])',
    ]);
    return { runtime: `python${stdout.trim()}`, path: [binaries, process.env['PATH']].join(delimiter) };
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    return { unavailable: (stderr?.trim() || message).split('\n').slice(-3).join(' ') };
  }
}
