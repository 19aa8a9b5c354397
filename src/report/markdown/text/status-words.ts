import type { InvocationReport } from '../../invocation-report.js';

/** What came of an invocation, in a word. */
export type Status = 'success' | 'error' | 'timeout' | 'crash' | 'refused' | 'cancelled' | 'defect';

/** How a status is told. */
export interface StatusWords {
  readonly icon: string;
  /** In a cell of the table. */
  readonly status: string;
  /** After the name of the function. */
  readonly verb: string;
  /** After a number. */
  readonly counted: string;
}

/** How each status is told. */
export const statusWords: Readonly<Record<Status, StatusWords>> = {
  success: { icon: '✅', status: 'success', verb: 'succeeded', counted: 'succeeded' },
  error: { icon: '❌', status: 'error', verb: 'failed', counted: 'failed' },
  timeout: { icon: '⌛', status: 'timeout', verb: 'timed out', counted: 'timed out' },
  crash: { icon: '💥', status: 'crash', verb: 'crashed', counted: 'crashed' },
  refused: { icon: '⛔', status: 'not invoked', verb: 'was not invoked', counted: 'not invoked' },
  cancelled: { icon: '🚫', status: 'cancelled', verb: 'was cancelled', counted: 'cancelled' },
  defect: { icon: '🐞', status: 'not finished', verb: 'was not finished', counted: 'not finished' },
};

/** What came of the invocation that a report is of. */
export function statusOf({ outcome }: InvocationReport): Status {
  switch (outcome.kind) {
    case 'succeeded':
    case 'failed':
      return outcome.result.status;
    default:
      return outcome.kind;
  }
}

/** Whether a report is of something that went wrong. */
export function isFailure(report: InvocationReport): boolean {
  return report.outcome.kind !== 'succeeded' || report.diagnostics.some(({ severity }) => severity === 'error');
}
