import {
  type CaseComparison,
  countComparisons,
  type Measured,
  type SideMeasures,
  type SuiteComparison,
} from '../../suite/comparison/comparison.js';
import type { ReportContext } from './report-context.js';
import type { ReportedCase, ReportedComparison } from './suite-report.js';

/** What a report says of a comparison as a whole. */
export function reportedComparison({ commit, ref, failOn, cases }: SuiteComparison): ReportedComparison {
  return { commit, ref, failOn, counts: countComparisons(cases.values()) };
}

/** What it says of a case, without secrets. */
export function reportedCaseComparison(
  comparison: CaseComparison | undefined,
  { text }: ReportContext,
): Pick<ReportedCase, 'comparison'> {
  if (comparison === undefined) return {};
  const { kind, message, diff, varying, measures } = comparison;
  return {
    comparison: {
      kind,
      ...(message === undefined ? {} : { message: text(message) }),
      ...(diff === undefined ? {} : { diff: text(diff) }),
      varying: varying.map(text),
      ...(measures === undefined
        ? {}
        : { measures: { before: roundedSide(measures.before), now: roundedSide(measures.now) } }),
    },
  };
}

function roundedSide({ durationMs, maxMemoryUsedMiB }: SideMeasures): SideMeasures {
  return { durationMs: rounded(durationMs), maxMemoryUsedMiB: rounded(maxMemoryUsedMiB) };
}

/** Two decimals, as elsewhere in reports. */
function rounded({ median, spread, runs }: Measured): Measured {
  return { median: Math.round(median * 100) / 100, spread: Math.round(spread * 100) / 100, runs };
}
