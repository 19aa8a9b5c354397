import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Waits until the event loop has looked for what is new once more, and what was ready before is handled. A timer is seen before the
 * data that came first. And with the end of any child Node.js learns of the ends of all, also of one whose last connection had not
 * come yet when it looked.
 */
export async function polled(): Promise<void> {
  // The first turn may be the rest of the one that is running.
  await nextTurn();
  await nextTurn();
}
