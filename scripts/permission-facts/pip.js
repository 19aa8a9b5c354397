import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of a Python package without those that it needs, into which it is installed if it is not there yet.
 * @param {string} cache
 * @param {string} name
 * @param {string} version
 */
export function pythonPackage(cache, name, version) {
  const folder = join(cache, `${name}-${version}-data`);
  if (!existsSync(folder)) {
    const install = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, `${name}==${version}`];
    execFileSync('python3', install);
  }
  return folder;
}
