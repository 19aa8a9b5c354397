import { join } from 'node:path';
import type { InvocationJob } from '../src/invoke/invoke-all.js';
import { invokeAll } from '../src/invoke/invoke-all.js';
import { median } from './measure.js';

/** What a number of cold starts of one function take, in ms: the median of three rounds. */
export async function coldStartsMs(
  service: string,
  root: string,
  count: number,
  concurrency?: number,
): Promise<number> {
  const { signal } = new AbortController();
  const job: InvocationJob = {
    request: {
      function: 'hello',
      workingDirectory: service,
      params: {},
      options: {},
      event: { raw: false, data: '{"name":"Ada"}' },
      context: {},
      environment: {},
      hostEnvironment: process.env,
      inheritEnvironment: true,
      credentials: {},
    },
    hooks: {
      report: () => {},
      logs: { write: () => {} },
      installation: { runtimes: join(root, 'runtimes'), chunks: join(root, 'dist') },
      signal,
    },
  };
  const rounds: number[] = [];
  for (let round = 0; round < 3; round++) {
    const startedMs = performance.now();
    const outcomes = await invokeAll(Array(count).fill(job), concurrency);
    rounds.push(performance.now() - startedMs);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected' || outcome.value.status !== 'success');
    if (failed !== undefined) throw new Error('A cold start failed', { cause: failed });
  }
  return median(rounds);
}
