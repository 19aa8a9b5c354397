import { existsSync } from 'node:fs';
import { executable } from '../../host/search-path.js';
import { describeProgram, type ProgramKind } from './describe-program.js';
import { hostArchitecture } from './elf-machine.js';

/**
 * What Go's `exec` says of a file that this system's kernel can't execute as it is. (The C library would hand such a file to
 * a shell; Lambda does not.)
 * @returns `undefined` where it can be executed, or executing it will fail for another reason
 */
export function formatFault(file: string): 'exec format error' | undefined {
  if (process.platform === 'win32' || executable(file) === undefined) return undefined;
  const program = describeProgram(file);
  return program === undefined || isExecutableHere(program) ? undefined : 'exec format error';
}

function isExecutableHere(program: ProgramKind): boolean {
  if (program.kind === 'script') return true;
  if (process.platform === 'darwin') return program.kind === 'macos';
  return program.kind === 'linux' && (program.machine === hostArchitecture() || isEmulated(program.machine));
}

/** Whether an emulator for another machine's files is registered with the kernel, as `docker/setup-qemu-action` does. */
function isEmulated(machine: string): boolean {
  return existsSync(`/proc/sys/fs/binfmt_misc/qemu-${machine === 'arm64' ? 'aarch64' : machine}`);
}
