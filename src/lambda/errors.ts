/**
 * The errors that the platform itself reports, with Lambda's own types and texts (runtime interface emulator
 * `interop/model.go`, `supervisor/model/model.go`, `rapid/handlers.go`; the developer guide's "Troubleshoot invocation issues").
 */

/** How a process ended, or failed to start. */
export type ProcessEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | {
      readonly kind: 'signal';
      readonly signal: NodeJS.Signals;
      /** It was ended because it used more memory than the function has. */
      readonly outOfMemory?: boolean;
    }
  | {
      readonly kind: 'launch';
      readonly command: string;
      readonly reason: string;
      /** It was not the program that failed: its room could not be made. */
      readonly withoutRoom?: true;
    };

/** An error of the platform. `errorType` stands before `errorMessage`, as Lambda writes it. */
export interface PlatformError {
  readonly errorType: string;
  readonly errorMessage: string;
}

/** The texts of Go's `syscall.Signal`, which Lambda prints. */
const signalTexts: Readonly<Partial<Record<NodeJS.Signals, string>>> = {
  SIGABRT: 'aborted',
  SIGALRM: 'alarm clock',
  SIGBUS: 'bus error',
  SIGFPE: 'floating point exception',
  SIGHUP: 'hangup',
  SIGILL: 'illegal instruction',
  SIGINT: 'interrupt',
  SIGKILL: 'killed',
  SIGPIPE: 'broken pipe',
  SIGQUIT: 'quit',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
  SIGTRAP: 'trace/breakpoint trap',
  SIGUSR1: 'user defined signal 1',
  SIGUSR2: 'user defined signal 2',
};

/** The error of a runtime that ended while it still owed an answer. */
export function exitError(requestId: string, end: ProcessEnd): PlatformError {
  return { errorType: exitErrorType(end), errorMessage: `RequestId: ${requestId} Error: ${exitText(end)}` };
}

/** The type of {@link exitError}. */
export function exitErrorType(end: ProcessEnd): string {
  return end.kind === 'launch' ? 'Runtime.InvalidEntrypoint' : 'Runtime.ExitError';
}

/** The type in the platform's own log, which is more exact than the error's text. */
export function loggedExitErrorType(end: ProcessEnd): string {
  return end.kind === 'signal' && end.outOfMemory ? 'Runtime.OutOfMemory' : exitErrorType(end);
}

function exitText(end: ProcessEnd): string {
  if (end.kind === 'launch') return `fork/exec ${end.command}: ${end.reason}`;
  const hasReason = end.kind === 'signal' || end.code !== 0;
  return hasReason ? `Runtime exited with error: ${endText(end)}` : 'Runtime exited without providing a reason';
}

/** How Lambda words the end of a process: `exit code 0`, `exit status 1`, `signal: killed`. */
export function endText(end: Exclude<ProcessEnd, { kind: 'launch' }>): string {
  if (end.kind === 'signal') return `signal: ${signalTexts[end.signal] ?? end.signal.slice(3).toLowerCase()}`;
  return end.code === 0 ? 'exit code 0' : `exit status ${end.code}`;
}

/** The error of a function that ran longer than its timeout. */
export function timeoutError(requestId: string, timeoutMs: number): PlatformError {
  const seconds = (timeoutMs / 1000).toFixed(2);
  return {
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
  };
}

/** The bytes that the caller of Lambda gets for a platform error. */
export function renderPlatformError(error: PlatformError): Buffer {
  return Buffer.from(JSON.stringify(error));
}
