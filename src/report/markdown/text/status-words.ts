import type { InvocationReport } from '../../invocation-report.js';

/** How an invocation ended, in a word. */
export type Status = 'success' | 'error' | 'timeout' | 'crash' | 'refused' | 'cancelled' | 'defect';

/** The words for a status. */
export interface StatusWords {
  readonly icon: string;
  /** In a table cell. */
  readonly status: string;
  /** After the name of the function. */
  readonly verb: string;
  /** After a number. */
  readonly counted: string;
}

/** The words for each status. */
export const statusWords: Readonly<Record<Status, StatusWords>> = {
  success: { icon: '✅', status: 'success', verb: 'succeeded', counted: 'succeeded' },
  error: { icon: '❌', status: 'error', verb: 'failed', counted: 'failed' },
  timeout: { icon: '⌛', status: 'timeout', verb: 'timed out', counted: 'timed out' },
  crash: { icon: '💥', status: 'crash', verb: 'crashed', counted: 'crashed' },
  refused: { icon: '⛔', status: 'not invoked', verb: 'was not invoked', counted: 'not invoked' },
  cancelled: { icon: '🚫', status: 'cancelled', verb: 'was cancelled', counted: 'cancelled' },
  defect: { icon: '🐞', status: 'not finished', verb: 'was not finished', counted: 'not finished' },
};

/** The status of a report's invocation. */
export function statusOf({ outcome }: InvocationReport): Status {
  switch (outcome.kind) {
    case 'succeeded':
    case 'failed':
      return outcome.result.status;
    default:
      return outcome.kind;
  }
}

/** Whether a report is about something that went wrong. */
export function isFailure(report: InvocationReport): boolean {
  return report.outcome.kind !== 'succeeded' || report.diagnostics.some(({ severity }) => severity === 'error');
}
