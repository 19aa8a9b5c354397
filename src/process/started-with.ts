import { readFileSync } from 'node:fs';
import { statFields } from './stat-fields.js';

/** The places of `vsize` and `env_end` in `/proc/<pid>/stat`, behind the name (proc_pid_stat(5): its fields 23 and 51). */
const sizeField = 20;
const environmentField = 48;

/** How often to look again at programs that are just being loaded, in ms. */
export const loadingPollMs = 1;

/** How long they are looked at again, without the looks themselves, in ms. */
export const loadingLimitMs = 200;

/**
 * The settings, `NAME=value`, that a process of Linux was started with; none of one that is gone, that belongs to another user, or that
 * is a thread of the kernel. `undefined` while its program is being loaded: until then it has no environment, and it will have one.
 */
export function startedWith(pid: number): readonly string[] | undefined {
  const text = read(`/proc/${pid}/environ`);
  if (text !== '') return text?.split('\0') ?? [];
  const [state = '', ...fields] = statFields(pid) ?? [];
  const isProgram = state !== '' && !'ZX'.includes(state) && fields[sizeField - 1] !== '0';
  if (isProgram && fields[environmentField - 1] === '0') return undefined;
  // It may have got one since.
  return read(`/proc/${pid}/environ`)?.split('\0') ?? [];
}

/** @returns `undefined` where there is nothing to be read */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
