import type { InvocationResult } from '../invoke/result.js';

/** How the command ends. */
export const exitCodes = {
  success: 0,
  /** The function failed, timed out or crashed. */
  functionFailed: 1,
  /** The request was wrong, so nothing was run. */
  badRequest: 2,
  /** A defect of ours (EX_SOFTWARE of sysexits.h). */
  defect: 70,
  /** The function succeeded, but a report of it could not be written (EX_IOERR of sysexits.h). */
  reportUnwritten: 74,
  /** 128 and the signal's number, as shells count. */
  signals: { SIGINT: 130, SIGTERM: 143 },
} as const;

/** The signals that end an invocation. */
export type EndingSignal = keyof typeof exitCodes.signals;

/** The exit code of a result: a function that succeeded without an answer to its calls to AWS does not count as good. */
export function exitCodeOf({ status, aws }: InvocationResult): number {
  const isGood = status === 'success' && !aws?.diagnostics.some(({ severity }) => severity === 'error');
  return isGood ? exitCodes.success : exitCodes.functionFailed;
}
