import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A process that should have been ended but still runs. */
export interface LeftProcess {
  readonly pid: number;
  /** The name of its program, if the system tells it. */
  readonly name?: string;
  /** The reason, worded to follow "which"; absent if the system does not tell it. */
  readonly why?: string;
}

/** Takes the processes that could not be ended. */
export type ReportLeft = (left: readonly LeftProcess[]) => void;

/** How many are named at most. */
const maxNamed = 5;

/**
 * The message about processes that could not be ended.
 * @param starter who started them, worded for the middle of a sentence: `the function`
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
    message: `${processes} that ${starter} started could not be ended, and may still be running: ${named.join('; ')}${more}.`,
    hint: 'It is not waited for any longer. End it by hand, and see what starts it.',
  };
}
