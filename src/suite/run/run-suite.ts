import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { UserError } from '../../diagnostics/user-error.js';
import { readAsk } from '../../invoke/cassette-of.js';
import type { ContainmentFacts } from '../../invoke/containment-facts.js';
import type { ProjectRequest } from '../../invoke/request.js';
import type { CaseResult } from '../case-result.js';
import type { OpenJudge } from '../open-judge.js';
import type { SnapshotOptions } from '../snapshots/snapshots.js';
import type { SuiteResult } from '../suite-result.js';
import type { TextStore } from '../texts/text-store.js';
import { CaseRunner, type CaseSurroundings } from './case-runner.js';
import { type CaseUnit, caseUnits } from './case-units.js';
import type { ChosenCases } from './choose-cases.js';
import { OpenFunctions } from './open-functions.js';
import { watchRunEnd } from './run-end.js';
import type { Running } from './running.js';
import { SharedWarnings } from './shared-warnings.js';
import type { SuiteHooks } from './suite-hooks.js';

/** What a suite is run with. */
export interface SuiteRun {
  readonly chosen: ChosenCases;
  /** The project, as cases without settings of their own have it. */
  readonly request: ProjectRequest;
  readonly running: Running;
  readonly snapshots: SnapshotOptions;
  /** Takes what is large. The result refers to it. */
  readonly texts: TextStore;
  /** Wraps the judge, to see all that is judged. */
  readonly judgeWith?: (judge: OpenJudge) => OpenJudge;
}

/** From how many cases on it pays to change how V8 compiles. */
const severalCases = 20;

/** From how many cases on memory is kept small, for which the garbage collector takes a little time. */
const manyCases = 1000;

/** From how many cases on the code of a run is run so often that V8 does best to optimize it as it always does. */
const thousandsOfCases = 2000;

/** How many warnings are kept for the reports. */
const mostRemarks = 1000;

/**
 * Runs cases, holds them against what is expected, and ends the snapshots. Functions run side by side, and the cases of each one
 * after the other, in their order. Where the run is cancelled, or stopped by its own settings, the result has what came until then.
 * @throws UserError where a schema can't be used
 */
export async function runSuite(
  { chosen, request, running, snapshots, texts, judgeWith = (judge) => judge }: SuiteRun,
  hooks: SuiteHooks,
): Promise<SuiteResult> {
  const startedAtMs = Date.now();
  const started = performance.now();
  const { cases, collected, uncovered, shard } = chosen;
  const isOfSomeSeconds = cases.length > severalCases && cases.length < thousandsOfCases;
  if (isOfSomeSeconds) (await import('../../process/late-optimization.js')).optimizeLate();
  if (cases.length > manyCases) (await import('../../process/lean-heap.js')).keepHeapLean();
  const judge = once(async () => judgeWith(await openJudgeLate(collected, snapshots)));
  if (collected.some(({ expect }) => expect.schema !== undefined)) await judge();
  const concurrency = running.concurrency ?? availableParallelism();
  using end = watchRunEnd(hooks.signal, running);
  const remarks = new Map<string, Diagnostic>();
  const shared = new SharedWarnings();
  const tell = (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === 'warning' && remarks.size < mostRemarks) remarks.set(diagnostic.message, diagnostic);
    hooks.report(diagnostic);
  };
  const report = (diagnostic: Diagnostic): void => {
    if (!shared.take(diagnostic)) tell(diagnostic);
  };
  const runHooks = { ...hooks, report, signal: end.signal };
  let containment: ContainmentFacts | undefined;
  const onContained = (facts: ContainmentFacts): void => {
    containment ??= facts;
  };
  const results = new Map<number, CaseResult>();
  const add = (index: number, result: CaseResult): void => {
    results.set(index, result);
    hooks.onResult(result);
    if (running.failFast && (result.status === 'failed' || result.status === 'not-run')) {
      end.stop(`the case "${result.case.name}" failed`);
    }
  };
  for (const [index, { case: suiteCase, id, skipped }] of cases.entries()) {
    if (skipped !== undefined) add(index, { id, case: suiteCase, status: 'skipped', reason: skipped });
  }
  const ask = await readAsk(request.aws);
  const units = caseUnits(cases, running);
  const toRun = units.flatMap((unit) => unit.map(({ selected }) => selected.case));
  const waiting = units.values();
  {
    await using functions = new OpenFunctions(request, runHooks, toRun);
    const work = async (_: unknown, worker: number): Promise<void> => {
      try {
        for (const unit of waiting) {
          await runUnit(unit, { functions, judge, texts, running, hooks: runHooks, ask, onContained, worker }, add);
          for (const { selected } of unit) await functions.done(selected.case);
        }
      } catch (error) {
        end.stop('invoke-local has a defect');
        throw error;
      }
    };
    const workers = await Promise.allSettled(Array.from({ length: Math.min(concurrency, units.length) }, work));
    for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
  }
  for (const warning of shared.release()) tell(warning);
  const { reason } = end;
  const all = cases.map(
    ({ case: suiteCase, id }, index): CaseResult =>
      results.get(index) ?? { id, case: suiteCase, status: 'stopped', reason: `the run was stopped: ${reason}` },
  );
  return {
    results: all,
    uncovered,
    ...closeSnapshots(await judge()),
    startedAtMs,
    durationMs: performance.now() - started,
    concurrency,
    ...(containment === undefined ? {} : { containment }),
    failsOnFlaky: running.failsOnFlaky,
    ...(remarks.size === 0 ? {} : { remarks: [...remarks.values()] }),
    ...(reason === undefined ? {} : { stopped: { reason } }),
    ...(shard === undefined ? {} : { shard }),
  };
}

/** Loads what judges, for which there is time while the first handler starts. */
async function openJudgeLate(...args: Parameters<typeof import('../open-judge.js').openJudge>): Promise<OpenJudge> {
  const { openJudge } = await import('../open-judge.js');
  return openJudge(...args);
}

/** Does something at the first call, and gives its result to every call. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    result.catch(() => {});
    return result;
  };
}

/** Runs cases one after the other, until the run has to end. */
async function runUnit(
  unit: CaseUnit,
  surroundings: CaseSurroundings,
  add: (index: number, result: CaseResult) => void,
): Promise<void> {
  const { signal, onCase } = surroundings.hooks;
  await using runner = new CaseRunner(surroundings);
  for (const { index, selected } of unit) {
    if (signal.aborted) return;
    onCase?.(selected.case);
    try {
      add(index, await runner.run(selected));
    } catch (error) {
      if (!signal.aborted) throw error;
      return;
    }
  }
}

/** Writes the snapshots. Where that is not possible, the run has a problem, and its results stay. */
function closeSnapshots(judge: OpenJudge): Pick<SuiteResult, 'snapshots' | 'problems'> {
  try {
    return { snapshots: judge.close(), problems: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { snapshots: { written: 0, updated: 0, removed: 0, obsolete: [] }, problems: [error.diagnostic] };
  }
}
