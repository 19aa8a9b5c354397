/** How many times work is done again, each time with twice the time, before it is given up on a machine that is busy with others. */
const mostRepetitions = 3;

/** Which share of its limit work has to have had of a processor to be what takes too long. */
const ownShare = 0.9;

/**
 * Does work that gives itself up after a time, and does it again where it was not the work that took the time: where other processes had
 * the processors meanwhile. So what it gives does not follow from what else the machine does.
 * @param work gets its limit in ms, and gives `undefined` where it has given itself up
 */
export function withinProcessorTime<Result>(
  limitMs: number,
  work: (limitMs: number) => Result | undefined,
): Result | undefined {
  for (let repetitions = 0; ; repetitions++) {
    const ownLimitMs = limitMs * 2 ** repetitions;
    const startedMs = performance.now();
    const usage = process.cpuUsage();
    const result = work(ownLimitMs);
    if (result !== undefined || performance.now() - startedMs < ownLimitMs) return result;
    const { user, system } = process.cpuUsage(usage);
    if ((user + system) / 1000 >= limitMs * ownShare || repetitions === mostRepetitions) return undefined;
  }
}
