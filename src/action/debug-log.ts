import type { InvocationHooks } from '../invoke/hooks.js';
import type { InvocationRequest } from '../invoke/request.js';
import type { InvocationResult } from '../invoke/result.js';
import { nowMs } from '../process/now.js';
import { commandLine } from './workflow-commands.js';

/** What a step prints if the job is debugged. */
export interface DebugLog {
  /** The hook that prints what was resolved; none if the job is not debugged. */
  hooks(request: InvocationRequest): Pick<InvocationHooks, 'onResolved' | 'onDetail'>;
  /** Prints what ran, and how long each phase took. */
  finish(result: InvocationResult | undefined): Promise<void>;
}

/**
 * Prints what was resolved for an invocation if `RUNNER_DEBUG` is 1, which the runner sets in a job that is debugged:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 * @param print takes commands to the runner
 */
export function createDebugLog(environment: NodeJS.ProcessEnv, print: (line: string) => void): DebugLog {
  const startedMs = nowMs();
  if (environment['RUNNER_DEBUG'] !== '1') return { hooks: () => ({}), finish: async () => {} };
  let resolvedMs: number | undefined;
  const say = (lines: readonly string[]): void => print(lines.map((line) => commandLine('debug', line)).join(''));
  return {
    hooks: (request) => ({
      onDetail: (detail) => say([detail]),
      async onResolved(resolved) {
        resolvedMs = nowMs();
        const { resolvedLines } = await import('../report/console/resolved-lines.js');
        say(await resolvedLines(resolved, request));
      },
    }),
    async finish(result) {
      if (resolvedMs === undefined) return;
      const endedMs = nowMs();
      const { phaseLines } = await import('../report/console/phase-lines.js');
      say(phaseLines(result, { startedMs, resolvedMs, endedMs }));
    },
  };
}
