import { UserError } from '../../diagnostics/user-error.js';
import type { SuiteCase } from '../suite-case.js';

/** Which of the collected cases are run. */
export interface CaseSelection {
  /** Runs only the cases whose name it matches. */
  readonly name?: RegExp;
  /** Runs only the cases with one of these tags; all where there are none. */
  readonly tags: readonly string[];
  /** Whether this is CI, where a case that is marked `only` would hide the others. */
  readonly isCi: boolean;
}

/** A case, and why it is not run, where it is not. */
export interface SelectedCase {
  readonly case: SuiteCase;
  readonly skipped?: string;
}

/**
 * Chooses the cases that are run. Those that the names or tags leave out are not in the list; those that the files leave out are,
 * with the reason.
 * @throws UserError where no case is left, or one is marked `only` in CI
 */
export function selectCases(cases: readonly SuiteCase[], { name, tags, isCi }: CaseSelection): SelectedCase[] {
  const marked = cases.find(({ only }) => only);
  if (marked !== undefined && isCi) {
    const location = marked.origin.of(['only']);
    throw new UserError({
      code: 'case-only-in-ci',
      message: `The case "${marked.name}" is marked "only", which would leave all others out of CI.`,
      hint: 'Remove "only" before this is committed.',
      ...(location === undefined ? {} : { location }),
    });
  }
  const chosen = cases.filter(
    (suiteCase) =>
      (name === undefined || name.test(suiteCase.name)) &&
      (tags.length === 0 || suiteCase.tags.some((tag) => tags.includes(tag))),
  );
  if (chosen.length === 0) {
    throw new UserError({
      code: 'no-case',
      message:
        cases.length === 0
          ? 'There is no case to run.'
          : `None of the ${cases.length} cases matches what was asked for.`,
      hint: cases.length === 0 ? 'Name a file with cases.' : `The first of them is "${cases[0]?.name}".`,
    });
  }
  return chosen.map((suiteCase) => {
    if (suiteCase.skip !== undefined) return { case: suiteCase, skipped: suiteCase.skip.reason };
    if (marked !== undefined && !suiteCase.only) return { case: suiteCase, skipped: 'another case is marked "only"' };
    return { case: suiteCase };
  });
}
