import type { StackFacts } from './pseudo-parameters.js';
import type { StackLookup, Template } from './template.js';

/** What intrinsic functions draw on. */
export interface EvaluationInputs {
  readonly template: Template;
  /** The stack's facts, worked out when they are first needed. */
  readonly stack: () => Promise<StackFacts>;
  readonly lookup: StackLookup;
}

/** An evaluation under way. */
export interface Evaluation extends EvaluationInputs {
  /** Evaluates a value with everything in it. `undefined` stands for `AWS::NoValue`. */
  evaluate(value: unknown): Promise<unknown>;
  /**
   * An evaluation of something that this one needs, by its name in messages.
   * @throws IntrinsicFailure where that needs itself.
   */
  within(what: string): Evaluation;
}
