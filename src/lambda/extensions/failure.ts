import { endText, type PlatformError, type ProcessEnd } from '../errors.js';
import type { ReportedError } from '../extensions-api/report-error.js';

/** How an extension made the init phase or an invocation fail. */
export interface ExtensionFailure {
  readonly errorType: 'Extension.Crash' | 'Extension.InitError' | 'Extension.ExitError' | 'Extension.LaunchError';
  /** In Lambda's words, such as `exit status 1`. */
  readonly reason: string;
  /** The end of what the extension wrote to standard error, at most 4 KiB. */
  readonly stderrTail: string;
}

/** The failure when an extension's process has ended. Its type is the one that an extension reported first, if any did. */
export function extensionFailure(
  end: ProcessEnd,
  reported: ReportedError | undefined,
  stderrTail: string,
): ExtensionFailure {
  if (end.kind === 'launch') {
    return { errorType: 'Extension.LaunchError', reason: `fork/exec ${end.command}: ${end.reason}`, stderrTail };
  }
  return { errorType: `Extension.${reported ?? 'Crash'}`, reason: endText(end), stderrTail };
}

/** The error that the function's caller gets for it. */
export function extensionError(requestId: string, { errorType, reason }: ExtensionFailure): PlatformError {
  return { errorType, errorMessage: `RequestId: ${requestId} Error: ${reason}` };
}
