import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where Linux has temporary files beside `/tmp` (hier(7)). */
const besideTmp = '/var/tmp';

/**
 * The folder for those of our temporary folders that a function sees, as a real path. In Lambda `/tmp` is a function's own, and empty:
 * some empty it themselves, and none may find there what it can't remove. Where another folder is named for temporary files, it is that,
 * whether it is there or not.
 */
export function ownTemporary(): string {
  const usual = tmpdir();
  const own = process.platform === 'linux' && usual === '/tmp' && isWritable(besideTmp) ? besideTmp : usual;
  return existsSync(own) ? realpathSync(own) : own;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
