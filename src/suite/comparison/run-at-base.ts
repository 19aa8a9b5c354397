import { isAbsolute, join, relative, resolve } from 'node:path';
import type { ProjectRequest } from '../../invoke/request.js';
import type { CaseResult } from '../case-result.js';
import type { OpenJudge } from '../open-judge.js';
import { runSuite, type SuiteRun } from '../run/run-suite.js';
import type { SelectedCase } from '../run/select-cases.js';
import type { SuiteHooks } from '../run/suite-hooks.js';
import type { SuiteCase } from '../suite-case.js';

/** Where the code of another commit is. */
export interface BasePlace {
  /** The checkout, and the one that is there now. Absolute. */
  readonly roots: { readonly base: string; readonly now: string };
  /** The service's folder in the checkout. Absolute. */
  readonly folder: string;
}

/** Wraps the judge of a run. `idOf` gives the id of a case that it judges. */
export type JudgeWrapper = (judge: OpenJudge, idOf: (suiteCase: SuiteCase) => string | undefined) => OpenJudge;

/**
 * Runs cases at another commit. Nothing of it is printed, no snapshot is read or written, and no case is tried again.
 * @returns what came of each, by its id
 */
export async function runAtBase(
  run: SuiteRun,
  cases: readonly SelectedCase[],
  place: BasePlace,
  judgeWith: JudgeWrapper,
  hooks: SuiteHooks,
): Promise<Map<string, CaseResult>> {
  const stripped = cases.map((each) => ({ ...each, case: withoutSnapshot(each.case) }));
  const ids = new Map(stripped.map(({ case: suiteCase, id }) => [suiteCase, id]));
  const { results } = await runSuite(
    {
      ...run,
      chosen: { cases: stripped, collected: stripped.map(({ case: suiteCase }) => suiteCase), uncovered: [] },
      request: requestAt(run.request, place),
      running: { ...run.running, failFast: false, retries: 0 },
      snapshots: { ...run.snapshots, recording: 'none' },
      judgeWith: (judge) => judgeWith(judge, (suiteCase) => ids.get(suiteCase)),
    },
    {
      installation: hooks.installation,
      signal: hooks.signal,
      ...(hooks.onCredentials === undefined ? {} : { onCredentials: hooks.onCredentials }),
      ...(hooks.onSecret === undefined ? {} : { onSecret: hooks.onSecret }),
      report: () => {},
      logs: { write: () => {} },
      explain: async ({ errorMessage }) => ({ message: errorMessage, trace: [] }),
      onResult: () => {},
    },
  );
  return new Map(results.map((result) => [result.id, result]));
}

/** A snapshot is of now: what it says of another commit is what the comparison shows. */
function withoutSnapshot(suiteCase: SuiteCase): SuiteCase {
  const { snapshot: _, ...expect } = suiteCase.expect;
  return { ...suiteCase, expect };
}

/** The request for the service in another checkout. What is not of the code, such as the interpreter, stays as it is. */
function requestAt(request: ProjectRequest, { roots, folder }: BasePlace): ProjectRequest {
  const { config, interpreter, javaRuntimeClient, workingDirectory } = request;
  const inside = config === undefined || !isAbsolute(config) ? undefined : relative(roots.now, config);
  return {
    ...request,
    workingDirectory: folder,
    ...(inside === undefined || inside.startsWith('..') ? {} : { config: join(roots.base, inside) }),
    ...(interpreter !== undefined && /[\\/]/.test(interpreter)
      ? { interpreter: resolve(workingDirectory, interpreter) }
      : {}),
    ...(javaRuntimeClient === undefined ? {} : { javaRuntimeClient: resolve(workingDirectory, javaRuntimeClient) }),
  };
}
