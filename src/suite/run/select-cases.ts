import { UserError } from '../../diagnostics/user-error.js';
import { caseIds } from '../case-ids.js';
import type { SuiteCase } from '../suite-case.js';

/** Which of the collected cases are run. */
export interface CaseSelection {
  /** Runs only the cases whose name it matches. */
  readonly name?: RegExp;
  /** Runs only the cases with one of these tags; all where there are none. */
  readonly tags: readonly string[];
  /** Whether this is CI, where a case that is marked `only` would hide the others. */
  readonly isCi: boolean;
  /** Whether there may be none. */
  readonly allowEmpty: boolean;
}

/** A case, and why it is not run, where it is not. */
export interface SelectedCase {
  /** Its file, relative to the suite's folder, and its name: `tests/http.suite.yml::two books`. */
  readonly id: string;
  readonly case: SuiteCase;
  readonly skipped?: string;
}

/**
 * Chooses the cases that are run. Those that the names or tags leave out are not in the list; those that the files leave out are,
 * with the reason.
 * @param folder the suite's, which ids are relative to. Absolute.
 * @throws UserError where no case is left, or one is marked `only` in CI
 */
export function selectCases(
  cases: readonly SuiteCase[],
  { name, tags, isCi, allowEmpty }: CaseSelection,
  folder: string,
): SelectedCase[] {
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
  const ids = caseIds(cases, folder);
  const identified = cases.map((suiteCase, index) => ({ id: ids[index] ?? suiteCase.name, case: suiteCase }));
  const chosen = identified.filter(
    ({ case: suiteCase }) =>
      (name === undefined || name.test(suiteCase.name)) &&
      (tags.length === 0 || suiteCase.tags.some((tag) => tags.includes(tag))),
  );
  if (chosen.length === 0 && !allowEmpty) {
    throw new UserError({
      code: 'no-case',
      message:
        cases.length === 0
          ? 'There is no case to run.'
          : `None of the ${cases.length} cases matches what was asked for.`,
      hint: cases.length === 0 ? 'Name a file with cases.' : `The first of them is "${cases[0]?.name}".`,
    });
  }
  return chosen.map((each) => {
    const { skip, only } = each.case;
    if (skip !== undefined) return { ...each, skipped: skip.reason };
    return marked !== undefined && !only ? { ...each, skipped: 'another case is marked "only"' } : each;
  });
}
