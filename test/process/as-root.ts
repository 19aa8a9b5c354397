import { spawnSync } from 'node:child_process';

/**
 * What to put before a command so that it runs as root, and can then become a user that may not signal what it has started; or why
 * this machine has no way to that.
 */
export function asRoot(): readonly string[] | { readonly unavailable: string } {
  if (process.platform === 'win32') return { unavailable: 'Windows has no root' };
  if (process.getuid?.() === 0) return [];
  const asked = spawnSync('sudo', ['-n', 'true']);
  return asked.status === 0
    ? ['sudo', '-n']
    : { unavailable: 'this user is not root, and may not use sudo without a password' };
}
