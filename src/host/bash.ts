import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The arguments in front of a script: without a person's own settings, ended by the first command that fails. */
export const bashArgs: readonly string[] = ['--noprofile', '--norc', '-eo', 'pipefail', '-c'];

/** The bash that runs people's commands. On Windows it is Git's: the one on PATH may belong to the Linux subsystem, which has other files. */
export function bash(): string {
  if (process.platform !== 'win32') return 'bash';
  const folders = [process.env['ProgramFiles'], process.env['ProgramW6432'], process.env['LOCALAPPDATA']];
  const candidates = folders.flatMap((folder) =>
    folder === undefined
      ? []
      : [join(folder, 'Git', 'bin', 'bash.exe'), join(folder, 'Programs', 'Git', 'bin', 'bash.exe')],
  );
  return candidates.find((candidate) => existsSync(candidate)) ?? 'bash';
}
