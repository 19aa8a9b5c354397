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

/** The exit code of a result. */
export function exitCodeOf({ status }: InvocationResult): number {
  return status === 'success' ? exitCodes.success : exitCodes.functionFailed;
}
