import type { FailedResult } from '../../invoke/result.js';
import type { ExplainedFailure } from '../../suite/run/suite-hooks.js';

/**
 * Explains failures of cases.
 * @param runtimes the folder of our bootstraps. Absolute.
 */
export function explainWith(runtimes: string): (result: FailedResult) => Promise<ExplainedFailure> {
  return async (result) => {
    const { reportFailure } = await import('./failure-report.js');
    const { errorMessage, userPlace, handlerPlace, trace } = await reportFailure(result, runtimes);
    const location = userPlace ?? handlerPlace;
    return {
      message: errorMessage,
      ...(location === undefined ? {} : { location }),
      trace: trace.map(({ text }) => text),
    };
  };
}
