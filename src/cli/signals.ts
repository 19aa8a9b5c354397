import { type EndingSignal, exitCodes } from './exit-codes.js';

/** The abort that SIGINT and SIGTERM cause. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal;
  /** The signal that came, if one did. */
  received(): EndingSignal | undefined;
  /** The exit code of the signal that came, if one did. */
  exitCode(): number | undefined;
}

/**
 * Turns the first SIGINT or SIGTERM into an abort. A second one ends this process at once; the sandbox's watchdog then ends
 * the handler.
 */
export function listenForSignals(): Interruption {
  const controller = new AbortController();
  let received: EndingSignal | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (received !== undefined) process.exit(exitCodes.signals[received]);
    received = signal as EndingSignal;
    controller.abort(new Error(`ended by ${signal}`));
  };
  const signals = Object.keys(exitCodes.signals) as EndingSignal[];
  for (const signal of signals) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    received: () => received,
    exitCode: () => (received === undefined ? undefined : exitCodes.signals[received]),
    [Symbol.dispose]() {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
