import type { ProjectHooks } from '../../invoke/hooks.js';
import type { ProjectRequest } from '../../invoke/request.js';
import { visibleToConfiguration } from '../../lambda/environment/passed-on.js';
import type { SuiteRun } from '../run/run-suite.js';
import type { SuiteHooks } from '../run/suite-hooks.js';
import type { SuiteResult } from '../suite-result.js';
import type { ComparisonRequest } from './comparison-request.js';
import { findBase } from './find-base.js';
import { runCompared } from './run-compared.js';

/** Runs a suite, as `runSuite` does. */
export type RunSuite = (run: SuiteRun, hooks: SuiteHooks) => Promise<SuiteResult>;

/**
 * Finds what a suite is compared with, before anything of it is run.
 * @param say takes a line for people when the cases begin at the other commit
 * @returns what runs a suite at both commits
 * @throws UserError where there is no such commit
 */
export async function openComparison(
  { with: ref, ...request }: ComparisonRequest,
  { workingDirectory, hostEnvironment }: ProjectRequest,
  { signal, report }: ProjectHooks,
  say: (line: string) => void,
): Promise<RunSuite> {
  const found = await findBase(ref, { folder: workingDirectory, environment: hostEnvironment, signal }, report);
  const { hash, ref: name } = found.commit;
  const compared = {
    ...found,
    ...request,
    environment: visibleToConfiguration(hostEnvironment),
    onBase: () => say(`Running the cases at ${name} (${hash.slice(0, 10)}) first, to compare with it.`),
  };
  return (run, hooks) => runCompared(run, compared, hooks);
}
