import { endText, type PlatformError, type ProcessEnd } from '../errors.js';
import type { ReportedError } from '../extensions-api/report-error.js';

/** Why an extension has ended the init phase or an invocation. */
export interface ExtensionFailure {
  readonly errorType: 'Extension.Crash' | 'Extension.InitError' | 'Extension.ExitError' | 'Extension.LaunchError';
  /** In Lambda's words, such as `exit status 1`. */
  readonly reason: string;
  /** The last that the extension wrote to standard error, at most 4 KiB. */
  readonly stderrTail: string;
}

/** The failure that the end of an extension's process is. Its type is what the first extension has reported, if any did. */
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

/** What the caller of the function gets for it. */
export function extensionError(requestId: string, { errorType, reason }: ExtensionFailure): PlatformError {
  return { errorType, errorMessage: `RequestId: ${requestId} Error: ${reason}` };
}
