import { UserError } from '../../../diagnostics/user-error.js';
import { type ConfigDocument, type ConfigNode, nodeName } from '../../document/config-node.js';
import { locateVariable } from '../../document/locate.js';

/** Why a source has no usable answer. It ends the resolution, even if there is a fallback. */
export class SourceFailure extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  /** The question that the caller may answer: the variable's text without `${}`. */
  readonly question: string | undefined;

  constructor(code: string, message: string, hint?: string, question?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.question = question;
  }
}

/** A variable that can't be resolved. */
export interface VariableProblem {
  readonly code: string;
  /** The configuration's string that contains it. */
  readonly node: ConfigNode;
  /** The variable as it is written, and where in the string it starts. */
  readonly text: string;
  readonly offset: number;
  /** What is wrong, worded to follow the variable's name. */
  readonly reason: string;
  readonly hint?: string | undefined;
  /** The question that the caller may answer: the variable's text without `${}`. */
  readonly question?: string | undefined;
  /** The string that led to this one, if it is another one. */
  readonly neededBy?: ConfigNode;
}

/** Carries a problem to where it is reported. Its position is looked up only then. */
export class VariableError extends Error {
  readonly problem: VariableProblem;

  constructor(problem: VariableProblem) {
    super(`The variable ${problem.text} ${problem.reason}`);
    this.problem = problem;
  }
}

/** The problem for a person, with its place in the file. */
export function toUserError({ problem }: VariableError, mainDocument: ConfigDocument): UserError {
  const { code, node, text, offset, reason, hint, neededBy } = problem;
  const name = nodeName(node, mainDocument);
  const need = neededBy === undefined ? '' : ` (needed by ${nodeName(neededBy, mainDocument)})`;
  return new UserError({
    code,
    message: `The variable ${text} of ${name}${need} ${reason}.`,
    hint,
    location: locateVariable(node, offset, text),
  });
}
