import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const timeout = 300_000;

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
  await run(python, ['-m', 'venv', '--without-pip', folder], { timeout });
  const install = ['install', '--quiet', '--disable-pip-version-check', '--no-compile', ...packages];
  try {
    await run(python, ['-m', 'pip', '--python', own, ...install], { timeout });
  } catch {
    // Before version 22.3, pip installs for its own Python alone.
    await run(own, ['-m', 'ensurepip'], { timeout });
    await run(own, ['-m', 'pip', ...install], { timeout });
  }
  return own;
}

/** The interpreter of a virtual environment. */
export function environmentPython(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
