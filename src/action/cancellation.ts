import { constants } from 'node:os';

/** How long an invocation may take to end after the signal, in ms. The runner sends the next signal after 7.5 s. */
const GRACE_MS = 1200;

/** The runner's wish to end the step. */
export interface Cancellation {
  /** Aborted by the first signal; its reason is the signal's name. */
  readonly signal: AbortSignal;
  /** The first signal that came, if one did. */
  received(): NodeJS.Signals | undefined;
  /** Resolves once a signal has come and the invocation has had its time to end. It never settles otherwise. */
  readonly overdue: Promise<void>;
}

/** Listens for the signals to a step that is cancelled or out of time: SIGINT, then SIGTERM; Ctrl+Break on Windows. */
export function listenForCancellation(): Cancellation {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const overdue = new Promise<void>((resolve) => {
    const cancel = (signal: NodeJS.Signals): void => {
      if (received !== undefined) return;
      received = signal;
      setTimeout(resolve, GRACE_MS);
      controller.abort(signal);
    };
    const signals: NodeJS.Signals[] =
      process.platform === 'win32' ? ['SIGINT', 'SIGTERM', 'SIGBREAK'] : ['SIGINT', 'SIGTERM'];
    for (const signal of signals) process.on(signal, cancel);
  });
  return { signal: controller.signal, received: () => received, overdue };
}

/** The exit code of a process that ends because of a signal: 128 and the signal's number, as a shell reports it. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
