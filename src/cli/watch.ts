import type { InvocationHooks } from '../invoke/hooks.js';
import type { InvocationRequest } from '../invoke/request.js';
import type { InvocationResult } from '../invoke/result.js';
import { nowMs } from '../process/now.js';
import type { Console } from './print.js';
import { type Progress, startProgress } from './progress.js';

/** What a person sees of a running invocation, until it is disposed of. */
export interface Watch extends Disposable {
  readonly hooks: Pick<InvocationHooks, 'onResolved' | 'onDetail' | 'onDispatched'>;
  /** Prints what ran, and how long each phase took, if that was asked for. */
  finish(result: InvocationResult): Promise<void>;
}

/** What to show. */
export interface WatchOptions {
  readonly request: InvocationRequest;
  readonly stderr: Console;
  /** Whether to print what was resolved. */
  readonly verbose: boolean;
  /** Whether to draw a progress line. */
  readonly hasProgress: boolean;
}

/** Watches one invocation. If there is nothing to show, it has no hooks. */
export function watchInvocation({ request, stderr, verbose, hasProgress }: WatchOptions): Watch {
  const startedMs = nowMs();
  let resolvedMs = startedMs;
  let endedMs: number | undefined;
  let progress: Progress | undefined;
  const say = (lines: readonly string[]): void => {
    for (const line of lines) stderr.line(stderr.styles.faint(`debug: ${line}`));
  };
  return {
    hooks:
      verbose || hasProgress
        ? {
            async onResolved(resolved) {
              if (verbose) {
                const { resolvedLines } = await import('../report/console/resolved-lines.js');
                say(await resolvedLines(resolved, request));
              }
              resolvedMs = nowMs();
              const { key, timeoutMs } = resolved.function;
              if (hasProgress) progress = startProgress(stderr, { name: key, timeoutMs });
            },
            ...(verbose ? { onDetail: (detail: string) => say([detail]) } : {}),
            onDispatched: () => progress?.dispatched(),
          }
        : {},
    async finish(result) {
      if (!verbose) return;
      const { phaseLines } = await import('../report/console/phase-lines.js');
      say(phaseLines(result, { startedMs, resolvedMs, endedMs: endedMs ?? nowMs() }));
    },
    [Symbol.dispose]() {
      endedMs ??= nowMs();
      progress?.[Symbol.dispose]();
    },
  };
}
