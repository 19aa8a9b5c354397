/**
 * A moment in ms, of a clock that nothing sets, for differences to other moments of the same clock. The code of `performance` takes
 * more than a millisecond to load.
 */
export function nowMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
