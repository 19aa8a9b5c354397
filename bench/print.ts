import { median, type Samples } from './measure.js';

/** Prints min, median and max of each contender, and the ratio of its median to that of the base. */
export function printSamples(title: string, samples: Samples, baseMs: number): void {
  console.log(`\n${title}`);
  for (const [name, runs] of samples) {
    const walls = runs.map(({ wallMs }) => wallMs);
    const [low, middle, high] = [Math.min(...walls), median(walls), Math.max(...walls)];
    const peak = Math.max(...runs.map(({ peakMiB }) => peakMiB));
    console.log(
      `  ${name.padEnd(34)} ${low.toFixed(0).padStart(6)} ${middle.toFixed(0).padStart(6)} ${high.toFixed(0).padStart(6)} ms` +
        `   x ${(middle / baseMs).toFixed(2)}   peak ${peak.toFixed(0)} MiB`,
    );
  }
}
