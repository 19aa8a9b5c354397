import { accessSync, constants, readFileSync } from 'node:fs';
import { type Mechanism, perl } from './room-process.js';

/** How programs can be contained here, or why they can't. */
export type FoundMechanism =
  | { readonly kind: 'found'; readonly mechanism: Mechanism }
  /** Worded to follow "because". */
  | { readonly kind: 'none'; readonly reason: string };

/** The program by which root makes rooms. */
export const sudo = '/usr/bin/sudo';

/** How rooms are probably made on this machine, by what can be known without starting anything. */
export function likelyMechanism(): FoundMechanism {
  const reason = unsupported() ?? namespacesDenied() ?? namespacesFiltered();
  if (reason === undefined) return { kind: 'found', mechanism: 'user-namespaces' };
  if (unsupported() === undefined && isExecutable(sudo)) return { kind: 'found', mechanism: 'sudo' };
  return { kind: 'none', reason };
}

/** Why no room can be made on this machine at all, if that is so. */
export function unsupported(): string | undefined {
  if (process.platform !== 'linux') return `${process.platform} has no namespaces`;
  if (process.arch !== 'x64' && process.arch !== 'arm64') return `it is not made for ${process.arch}`;
  return isExecutable(perl) ? undefined : `there is no ${perl}`;
}

/**
 * What the system's settings say against user namespaces, without trying: Ubuntu's since 23.10 (AppArmor), Debian's own, and
 * the kernel's (namespaces(7)).
 */
export function namespacesDenied(): string | undefined {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && setting('kernel/apparmor_restrict_unprivileged_userns') === '1') return 'AppArmor restricts them';
  if (!isRoot && setting('kernel/unprivileged_userns_clone') === '0') return 'the system does not let it';
  return setting('user/max_user_namespaces') === '0' ? 'their number is limited to 0' : undefined;
}

/**
 * Whether system calls are filtered for a process that may not administer the system (`CAP_SYS_ADMIN`, bit 21): the filters of
 * containers then refuse namespaces (https://docs.docker.com/engine/security/seccomp/). Others may not.
 */
function namespacesFiltered(): string | undefined {
  const status = text('/proc/self/status') ?? '';
  const capabilities = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  const isFiltered = /^Seccomp:\s*2/m.test(status) && (capabilities & (1n << 21n)) === 0n;
  return isFiltered ? 'system calls are filtered' : undefined;
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function setting(name: string): string | undefined {
  return text(`/proc/sys/${name}`)?.trim();
}

function text(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
