import { readFileSync } from 'node:fs';

/**
 * The fields of a process by the kernel of Linux that stand behind the name of its program, which may hold blanks and parentheses: its
 * state is the first, which proc_pid_stat(5) counts as the third.
 * @returns `undefined` where there is no such process
 */
export function statFields(pid: number): readonly string[] | undefined {
  try {
    return fieldsOf(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return undefined;
  }
}

/** The same of what was read of `/proc/<pid>/stat`. */
export function fieldsOf(stat: string): readonly string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
