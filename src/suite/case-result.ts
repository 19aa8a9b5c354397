import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Finding } from './expectations/finding.js';
import type { SuiteCase } from './suite-case.js';

/** What came of a case. */
export type CaseResult =
  | { readonly status: 'passed'; readonly case: SuiteCase; readonly durationMs: number }
  /** Something that was expected did not come. `log` is the end of what the handler printed. */
  | {
      readonly status: 'failed';
      readonly case: SuiteCase;
      readonly durationMs: number;
      readonly findings: readonly [Finding, ...Finding[]];
      readonly log: string;
    }
  /** It could not be run: the project, the function or the event is wrong. */
  | { readonly status: 'not-run'; readonly case: SuiteCase; readonly diagnostic: Diagnostic }
  | { readonly status: 'skipped'; readonly case: SuiteCase; readonly reason: string };
