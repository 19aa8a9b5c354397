import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);
const timeout = 300_000;
const here = join(repositoryRoot, 'test', 'python-packages');

/** Makes an environment without pip, and tells where that of the Python is which runs it. */
const make = `import os, sys, venv, pip
venv.create(sys.argv[1], symlinks=os.name != "nt")
print(os.path.dirname(os.path.dirname(pip.__file__)))`;

/**
 * Makes a virtual environment with packages from PyPI, by the pip of the Python that it is of: one of its own takes longer to be put into it
 * than most packages. Nothing is compiled that no test imports.
 * @param python the interpreter
 * @returns the environment's own interpreter
 */
export async function makePythonEnvironment(
  python: string,
  folder: string,
  packages: readonly string[],
): Promise<string> {
  const own = environmentPython(folder);
  const flags = ['--quiet', '--disable-pip-version-check', '--no-compile', ...packages];
  try {
    const { stdout } = await run(python, ['-c', make, folder], { timeout });
    await run(own, [join(here, 'install.py'), stdout.trim(), join(here, 'versions.txt'), ...flags], { timeout });
  } catch {
    await resolveAll(python, folder, ['install', ...flags]);
  }
  return own;
}

/** The same for any Python, in versions that pip chooses. */
async function resolveAll(python: string, folder: string, install: readonly string[]): Promise<void> {
  const own = environmentPython(folder);
  await rm(folder, { recursive: true, force: true });
  await run(python, ['-m', 'venv', '--without-pip', folder], { timeout });
  try {
    await run(python, ['-m', 'pip', '--python', own, ...install], { timeout });
  } catch {
    // Before version 22.3, pip installs for its own Python alone.
    await run(own, ['-m', 'ensurepip'], { timeout });
    await run(own, ['-m', 'pip', ...install], { timeout });
  }
}

/** The interpreter of a virtual environment. */
export function environmentPython(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
