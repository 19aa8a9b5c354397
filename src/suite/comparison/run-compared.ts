import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Commit } from '../../git/find-commit.js';
import type { Repository } from '../../git/repository.js';
import type { CaseResult } from '../case-result.js';
import { runSuite, type SuiteRun } from '../run/run-suite.js';
import type { SuiteHooks } from '../run/suite-hooks.js';
import type { SuiteResult } from '../suite-result.js';
import { prepareBase } from './base/prepare-base.js';
import {
  commonPlaces,
  compareCase,
  differenceOf,
  failedToLoad,
  ignoredBy,
  type TwoObservations,
} from './compare-case.js';
import type { CaseComparison, FailOn } from './comparison.js';
import { Observations } from './observations.js';
import { observingJudge } from './observing-judge.js';
import { type BasePlace, runAtBase } from './run-at-base.js';

/** What a suite is compared with. */
export interface ComparedWith {
  readonly repository: Repository;
  readonly commit: Commit;
  readonly failOn: FailOn;
  /** The command that installs the dependencies of that commit, where they are not those of now. */
  readonly install?: string;
  /** The command that builds its code. */
  readonly build?: string;
  /** The environment of these commands. */
  readonly environment: Readonly<Record<string, string>>;
  /** Called when the cases begin at the other commit. */
  readonly onBase: () => void;
}

/**
 * Runs a suite at another commit and then as it is checked out, and compares what each case gives. The cases, their events and what
 * is expected are those of now in both runs.
 * @throws UserError where the other commit can't be made ready
 */
export async function runCompared(run: SuiteRun, compared: ComparedWith, hooks: SuiteHooks): Promise<SuiteResult> {
  const { repository, commit, failOn, onBase } = compared;
  const { request, texts, chosen } = run;
  const { workingDirectory } = request;
  await using base = await prepareBase({
    ...compared,
    folder: workingDirectory,
    logs: hooks.logs,
    signal: hooks.signal,
    enclose: async (folder) => {
      const { encloseInstallation } = await import('../../invoke/enclose-builds.js');
      return encloseInstallation(request, hooks.installation, folder);
    },
  });
  onBase();
  const roots = { base: base.root, now: repository.root };
  const place = base.folder === undefined ? undefined : { roots, folder: base.folder };
  const before = new Observations(texts, (text) => withRoot(text, roots));
  const both = { before, now: new Observations(texts) };
  const resultsBefore =
    place === undefined
      ? new Map<string, CaseResult>()
      : await runAtBase(run, chosen.cases, place, (judge, idOf) => observingJudge(judge, { add: before, idOf }), hooks);
  const result = await runSuite({ ...run, judgeWith: (judge) => judgeOfNow(judge, run, both) }, hooks);
  if (place !== undefined) await findWhatVaried(run, result, place, both, hooks);
  const cases = new Map<string, CaseComparison>();
  for (const each of result.results) {
    const comparison = compareCase({ before: resultsBefore.get(each.id), now: each }, both);
    if (comparison !== undefined) cases.set(each.id, comparison);
  }
  const unloaded = notLoaded([...cases.keys()], both, commit);
  if (unloaded !== undefined) hooks.report(unloaded);
  return { ...result, comparison: { commit: commit.hash, ref: commit.ref, failOn, cases } };
}

/** Notes what is judged. A case that differs from before is run once more, to see what of its response varies. */
function judgeOfNow(judge: Parameters<typeof observingJudge>[0], { chosen }: SuiteRun, both: TwoObservations) {
  const ids = new Map(chosen.cases.map(({ case: suiteCase, id }) => [suiteCase, id]));
  return observingJudge(judge, {
    add: both.now,
    idOf: (suiteCase) => ids.get(suiteCase),
    needsAnotherRun: (id, { expect }) =>
      differenceOf(id, expect.snapshot?.ignore ?? [], both.now.varies(id), both) !== undefined,
  });
}

/**
 * Runs the cases once more at the other commit that differ, and vary now: what varies there, too, is no difference, and what did
 * not vary is one.
 */
async function findWhatVaried(
  run: SuiteRun,
  { results }: SuiteResult,
  place: BasePlace,
  both: TwoObservations,
  hooks: SuiteHooks,
): Promise<void> {
  const { before, now } = both;
  const unsure = new Set(
    results
      .filter((result) => {
        const varies = now.varies(result.id);
        const known = commonPlaces(before.varies(result.id), varies);
        return Object.keys(varies).length > 0 && differenceOf(result.id, ignoredBy(result), known, both) !== undefined;
      })
      .map(({ id }) => id),
  );
  if (unsure.size === 0) return;
  const cases = run.chosen.cases.filter(({ id }) => unsure.has(id));
  const add = {
    add: (id: string, observed: Parameters<Observations['add']>[1]) => before.addAgain(id, observed),
  };
  await runAtBase(run, cases, place, (judge, idOf) => observingJudge(judge, { add, idOf }), hooks);
}

/** A text in which the paths of one checkout are those of the other, also where they stand in JSON. */
function withRoot(text: string, { base, now }: BasePlace['roots']): string {
  const escaped = (path: string): string => JSON.stringify(path).slice(1, -1);
  return text.replaceAll(base, now).replaceAll(escaped(base), escaped(now));
}

/** A warning where functions could not be loaded at the other commit that can be now. */
function notLoaded(ids: readonly string[], { before, now }: TwoObservations, commit: Commit): Diagnostic | undefined {
  const unloaded = ids.filter((id) => failedToLoad(before, id) && !failedToLoad(now, id));
  const [first] = unloaded;
  if (first === undefined) return undefined;
  const { errorType, errorMessage } = before.value(first) as { errorType?: string; errorMessage?: string };
  return {
    severity: 'warning',
    code: 'comparison-not-loaded',
    message: `The functions of ${unloaded.length === 1 ? 'a case' : `${unloaded.length} cases`} could not be loaded at ${commit.ref} (${commit.hash.slice(0, 10)}), and can be now: ${errorType}: ${errorMessage?.split('\n')[0]}`,
    hint: 'Where their code has to be built, name the command that builds it by `compare-build`.',
  };
}
