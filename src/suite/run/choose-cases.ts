import type { ProjectHooks } from '../../invoke/hooks.js';
import { openProject } from '../../invoke/open-project.js';
import type { ProjectRequest } from '../../invoke/request.js';
import { collectCases } from '../cases/collect-cases.js';
import type { SuiteSources } from '../cases/suite-sources.js';
import type { SuiteCase } from '../suite-case.js';
import type { SuiteResult } from '../suite-result.js';
import { type CaseSelection, type SelectedCase, selectCases } from './select-cases.js';
import { unknownTags } from './unknown-tags.js';

/** The cases of a suite, ready to be run. */
export interface ChosenCases {
  readonly cases: readonly SelectedCase[];
  /** All that were collected, whether they are chosen or not. */
  readonly collected: readonly SuiteCase[];
  /** Functions that were asked for and have no case, by their keys. */
  readonly uncovered: readonly string[];
  readonly shard?: NonNullable<SuiteResult['shard']>;
}

/** Which suite it is. */
export interface SuiteChoice {
  readonly sources: SuiteSources;
  readonly selection: Omit<CaseSelection, 'allowEmpty'>;
  readonly request: ProjectRequest;
}

/**
 * Collects the cases, and chooses among them. It runs nothing; the project is opened only where functions have to be listed.
 * @throws UserError where a case file or the project has mistakes, or no case is left
 */
export async function chooseCases(
  { sources, selection, request }: SuiteChoice,
  hooks: ProjectHooks,
): Promise<ChosenCases> {
  const { cases, uncovered } = await collectCases(sources, async () => {
    await using project = await openProject(request, hooks);
    return project.service.names();
  });
  for (const warning of unknownTags(cases, selection.tags)) hooks.report(warning);
  const { folder, allowEmpty } = sources;
  return { cases: selectCases(cases, { ...selection, allowEmpty }, folder), collected: cases, uncovered };
}
