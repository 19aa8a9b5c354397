import type { PlannedSuite } from '../../../src/suite/shards/planned-case.js';

/**
 * A suite of so many cases over 60 functions, some of which have many more cases than others: most of a few ms, some of seconds,
 * as those of real services are. The same seed gives the same one.
 */
export function simulatedSuite(count: number, seed: number): PlannedSuite {
  const random = randomFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const cases = Array.from({ length: count }, (_, index) => {
    const name = `function-${Math.floor(60 * random() ** 2)}`;
    return {
      id: `tests/${name}.yml: case ${index}`,
      function: name,
      costMs: Math.min(10_000, 20 * Math.exp(1.5 * normal())),
    };
  });
  const starts = new Map(Array.from({ length: 60 }, (_, index) => [`function-${index}`, 80 + 900 * random()]));
  return { cases, coldStartMs: (name) => starts.get(name) ?? 0 };
}

/** Numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
