import type { SuitePlan } from '../../report/suite/plan-suite.js';
import type { SuiteReport } from '../../report/suite/suite-report.js';

/** How the run of a suite ended, with the report of what there is. */
export type SuiteOutcome =
  | { readonly kind: 'ran'; readonly report: SuiteReport }
  /** Nothing was run, and nothing was to be: there is no case in the report. */
  | { readonly kind: 'planned'; readonly plan: SuitePlan; readonly report: SuiteReport }
  /** What was asked for was wrong: nothing was run. */
  | { readonly kind: 'refused'; readonly report: SuiteReport }
  /** It was ended from outside. */
  | { readonly kind: 'cancelled'; readonly signal: NodeJS.Signals; readonly report: SuiteReport }
  /** We failed; `details` has the stack. */
  | { readonly kind: 'defect'; readonly details: string; readonly report: SuiteReport };
