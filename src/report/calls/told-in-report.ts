import { deniedIn } from '../suite/denied-calls.js';
import type { SuiteReport } from '../suite/suite-report.js';
import { mostShownCalls, type SeenCall, type ShownCalls } from './seen-calls.js';

/** The calls that a report tells of, as a page shows them: those of a merge, which has run nothing itself. */
export function toldInReport(report: Pick<SuiteReport, 'cases'>): ShownCalls {
  const all = report.cases.flatMap(({ id, calls = [] }): SeenCall[] =>
    calls.map(({ service, operation, error, verdict, reason = '', ...call }) => ({
      function: call.function,
      case: id,
      name: `${service}:${operation}`,
      resources: call.resources,
      answeredBy: call.answeredBy,
      durationMs: call.durationMs,
      ...(error === undefined ? {} : { errorCode: error }),
      ...(verdict === undefined ? {} : { told: { kind: verdict, reason } }),
    })),
  );
  const isNotable = ({ answeredBy, told }: SeenCall): boolean =>
    answeredBy === 'none' || (told !== undefined && told.kind !== 'allowed');
  const most = new Set([...all.filter(isNotable), ...all.filter((each) => !isNotable(each))].slice(0, mostShownCalls));
  const omitted = report.cases.reduce((sum, { omittedCalls = 0 }) => sum + omittedCalls, 0);
  return {
    calls: all.filter((each) => most.has(each)),
    total: all.length + omitted,
    deniedCount: deniedIn(report) ?? 0,
    advice: [],
  };
}
