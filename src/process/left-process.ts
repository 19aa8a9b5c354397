import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A process that was to be ended and runs on. */
export interface LeftProcess {
  readonly pid: number;
  /** The name of its program, where the system tells. */
  readonly name?: string;
  /** Why, as the continuation of "which …"; nothing where the system does not tell. */
  readonly why?: string;
}

/** Takes the processes that could not be ended. */
export type ReportLeft = (left: readonly LeftProcess[]) => void;

/** The most that are named. */
const maxNamed = 5;

/**
 * What is said of processes that could not be ended.
 * @param starter who started them, as the beginning of a sentence goes on: `the function`
 */
export function leftBehind(left: readonly LeftProcess[], starter: string): Diagnostic {
  const named = left.slice(0, maxNamed).map(({ pid, name, why }) => {
    return `${pid}${name === undefined ? '' : ` (${name})`}${why === undefined ? '' : `, which ${why}`}`;
  });
  const more = left.length > maxNamed ? `; and ${left.length - maxNamed} more` : '';
  const processes = left.length === 1 ? 'A process' : `${left.length} processes`;
  return {
    severity: 'warning',
    code: 'process-left',
    message: `${processes} that ${starter} started could not be ended, and may run on: ${named.join('; ')}${more}.`,
    hint: 'It is not waited for any longer. End it by hand, or leave out what starts it.',
  };
}
