import { availableParallelism } from 'node:os';
import type { ProjectHooks } from '../../invoke/hooks.js';
import { type OpenProject, openProject } from '../../invoke/open-project.js';
import type { ProjectRequest } from '../../invoke/request.js';
import type { CaseResult } from '../case-result.js';
import type { OpenJudge } from '../open-judge.js';
import type { SuiteCase } from '../suite-case.js';
import { FunctionWorker } from './function-worker.js';
import type { SelectedCase } from './select-cases.js';

/** What a suite is run with. */
export interface SuiteRun {
  readonly cases: readonly SelectedCase[];
  readonly judge: OpenJudge;
  /** The project, as cases without settings of their own have it. */
  readonly request: ProjectRequest;
  readonly hooks: ProjectHooks;
  /** How many functions run at a time; the number of cores by default. */
  readonly concurrency?: number;
  /** Called with each result as it comes. */
  readonly onResult: (result: CaseResult) => void;
}

/**
 * Runs cases: functions side by side, and the cases of each one after the other, in their order.
 * @returns the results in the order of the cases
 * @throws UserError where the project can't be opened at all; the signal's reason where the run was aborted
 */
export async function runSuite(run: SuiteRun): Promise<CaseResult[]> {
  const { cases, judge, request, hooks, concurrency = availableParallelism(), onResult } = run;
  const results: CaseResult[] = [];
  const projects = new Map<string, Promise<OpenProject>>();
  const groups = new Map<string, [index: number, suiteCase: SuiteCase][]>();
  const add = (index: number, result: CaseResult): void => {
    results[index] = result;
    onResult(result);
  };
  for (const [index, { case: suiteCase, skipped }] of cases.entries()) {
    if (skipped !== undefined) {
      add(index, { status: 'skipped', case: suiteCase, reason: skipped });
      continue;
    }
    const key = JSON.stringify([suiteCase.function, projectKey(suiteCase)]);
    groups.set(key, [...(groups.get(key) ?? []), [index, suiteCase]]);
  }
  const project = (suiteCase: SuiteCase): Promise<OpenProject> => {
    const key = projectKey(suiteCase);
    const opened = projects.get(key) ?? openProject(requestOf(request, suiteCase), hooks);
    projects.set(key, opened);
    return opened;
  };
  const waiting = groups.values();
  const work = async (): Promise<void> => {
    for (const [first, ...others] of waiting) {
      if (first === undefined) continue;
      await using worker = new FunctionWorker(() => project(first[1]), hooks, judge);
      for (const [index, suiteCase] of [first, ...others]) {
        hooks.signal.throwIfAborted();
        add(index, await worker.run(suiteCase));
      }
    }
  };
  try {
    const ended = await Promise.allSettled(Array.from({ length: Math.min(concurrency, groups.size) }, work));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
    return results;
  } finally {
    for (const opened of await Promise.allSettled(projects.values())) {
      if (opened.status === 'fulfilled') await opened.value[Symbol.asyncDispose]();
    }
  }
}

/** Cases with one key share an open project. */
function projectKey({ stage, params, variables }: SuiteCase): string {
  return JSON.stringify([stage, Object.entries(params).sort(), Object.entries(variables).sort()]);
}

function requestOf(request: ProjectRequest, { stage, params, variables }: SuiteCase): ProjectRequest {
  return {
    ...request,
    ...(stage === undefined ? {} : { stage }),
    params: { ...request.params, ...params },
    variables: { ...request.variables, ...variables },
  };
}
