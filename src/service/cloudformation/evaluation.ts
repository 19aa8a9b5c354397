import type { StackFacts } from './pseudo-parameters.js';
import type { StackLookup, Template } from './template.js';

/** What intrinsic functions get their values from. */
export interface EvaluationInputs {
  readonly template: Template;
  /** The stack's facts, found when they are first needed. */
  readonly stack: () => Promise<StackFacts>;
  readonly lookup: StackLookup & {
    /** An export of another stack of the project, where there is one. */
    readonly localExport?: (name: string) => Promise<LocalExport | undefined>;
  };
}

/** The value of an output that another stack of the project exports, and what it is evaluated with. */
export interface LocalExport {
  readonly value: unknown;
  readonly evaluation: EvaluationInputs;
}

/** A running evaluation. */
export interface Evaluation extends EvaluationInputs {
  /** Evaluates a value with everything in it. `undefined` means `AWS::NoValue`. */
  evaluate(value: unknown): Promise<unknown>;
  /**
   * Begins the evaluation of something that this one needs; `what` names it in messages.
   * @throws IntrinsicFailure if that needs itself
   */
  within(what: string): Evaluation;
}
