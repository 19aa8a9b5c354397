import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { ProjectHooks, SandboxHooks } from '../../invoke/hooks.js';
import type { FailedResult } from '../../invoke/result.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { CaseResult } from '../case-result.js';
import type { SuiteCase } from '../suite-case.js';

/** A failure of a function in a person's terms. */
export interface ExplainedFailure {
  readonly message: string;
  /** The place in the project's sources that it points at. */
  readonly location?: SourceLocation;
  /** The lines of the trace, without those of our bootstraps. */
  readonly trace: readonly string[];
}

/** The callbacks that the action or the command gives for the run of a suite. */
export interface SuiteHooks extends ProjectHooks, Pick<SandboxHooks, 'forerunner'> {
  /** Explains the failure of a case that failed. */
  readonly explain: (result: FailedResult) => Promise<ExplainedFailure>;
  /** Called with the function of a case, once it is ready to be invoked. */
  readonly onPrepared?: (name: string, fn: LambdaFunction) => void;
  /** Called whenever the process of a handler is starting, which is the time to load what is needed later. */
  readonly onSandboxStarting?: () => void;
  /** Called when a case begins. */
  readonly onCase?: (suiteCase: SuiteCase) => void;
  /** Called with each result as it comes. */
  readonly onResult: (result: CaseResult) => void;
}
