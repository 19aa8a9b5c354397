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

/** Waits for the next turn of the event loop. The promises of Node.js' own timers are code that takes longer to load than to write. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Waits for some ms. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
