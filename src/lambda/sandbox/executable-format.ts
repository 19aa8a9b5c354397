import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { elfMachine, hostArchitecture } from '../elf-machine.js';
import { executable } from '../interpreter/search-path.js';

/** The first bytes of Mach-O files, thin and universal. */
const machMagics: ReadonlySet<string> = new Set(['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe']);

/**
 * What Go's `exec` says of a file that this system's kernel can't execute as it is. The C library would hand such a file
 * to a shell, which Lambda does not.
 * @returns `undefined` where it can be executed, or another reason will come up when it is
 */
export function formatFault(file: string): 'exec format error' | undefined {
  if (process.platform === 'win32' || executable(file) === undefined) return undefined;
  const header = firstBytes(file, 20);
  if (header === undefined) return undefined;
  const isScript = header.subarray(0, 2).toString('latin1') === '#!';
  return isScript || isNative(header) ? undefined : 'exec format error';
}

function isNative(header: Buffer): boolean {
  if (process.platform === 'darwin') return machMagics.has(header.subarray(0, 4).toString('hex'));
  const machine = elfMachine(header);
  return machine !== undefined && (machine === hostArchitecture() || isEmulated(machine));
}

/** Whether the kernel was given an emulator for the files of another machine, as `docker/setup-qemu-action` does. */
function isEmulated(machine: string): boolean {
  return existsSync(`/proc/sys/fs/binfmt_misc/qemu-${machine === 'arm64' ? 'aarch64' : machine}`);
}

function firstBytes(file: string, length: number): Buffer | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
