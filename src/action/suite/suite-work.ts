import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import type { SeenCalls } from '../../report/calls/seen-calls.js';
import { askForCoverage, type FinishedCoverage } from '../../report/coverage/asked-coverage.js';
import { mergeCoverage, partFiles } from '../../report/coverage/merged-coverage.js';
import { explainWith } from '../../report/failure/explain-failure.js';
import type { AskedSuiteReports } from '../../report/suite/asked-suite-reports.js';
import { mergeResults } from '../../report/suite/merge/merge-results.js';
import { planSuite } from '../../report/suite/plan-suite.js';
import { earlierDurations } from '../../report/suite/results/earlier-durations.js';
import { createCaseReporter, type SuiteReportOptions } from '../../report/suite/to-suite-report.js';
import { expandGlobs } from '../../suite/cases/expand-globs.js';
import { chooseCases } from '../../suite/run/choose-cases.js';
import { runSuite } from '../../suite/run/run-suite.js';
import type { EarlierDuration } from '../../suite/shards/case-costs.js';
import { takeShard } from '../../suite/shards/take-shard.js';
import type { TextStore } from '../../suite/texts/text-store.js';
import { asksForMerge } from '../asked-for.js';
import type { Masks } from '../masks.js';
import { projectHooks } from '../project-hooks.js';
import type { Step } from '../step.js';
import type { RunSoFar, SuiteWork } from './attempt-suite.js';
import { type MergeInputs, readMergeInputs } from './merge-inputs.js';
import { suiteDebug } from './suite-debug.js';
import { readSuiteInputs, type SuiteInputs } from './suite-inputs.js';
import type { SuiteLog } from './suite-log.js';

/** What the work of a suite's step is done with. */
export interface SuiteTools {
  readonly step: Step;
  readonly reports: AskedSuiteReports;
  readonly masks: Masks;
  readonly log: SuiteLog;
  readonly texts: TextStore;
  readonly report: ReportDiagnostic;
  readonly reporting: SuiteReportOptions;
  /** Takes the calls to AWS. */
  readonly calls: SeenCalls;
}

/** What is known of the work while it is done, and is needed however it ends. */
export interface WorkSoFar extends RunSoFar {
  /** Set once the inputs are read. */
  asked?: SuiteInputs | MergeInputs;
  /** How long cases took in an earlier run. */
  earlier?: readonly EarlierDuration[];
  /** Writes what was gathered of the coverage. */
  finishCoverage?: () => Promise<FinishedCoverage>;
}

const loadComparison = (): Promise<typeof import('../../suite/comparison/compare-suite.js')> =>
  import('../../suite/comparison/compare-suite.js');

/**
 * Does what a suite's step is asked for: runs it or a shard of it, plans shards, or merges what came of them.
 * @throws UserError where an input, a case file or the project is wrong
 */
export function workOnSuite(tools: SuiteTools, soFar: WorkSoFar): Promise<SuiteWork> {
  return asksForMerge(tools.step.environment) ? merge(tools, soFar) : runOrPlan(tools, soFar);
}

async function merge({ step, reports }: SuiteTools, soFar: WorkSoFar): Promise<SuiteWork> {
  const { environment, workspace } = step;
  const inputs = readMergeInputs(environment);
  soFar.asked = inputs;
  reports.check();
  const files = partFiles(await expandGlobs(inputs.files, process.cwd()));
  const { report } = await mergeResults(files.results, workspace);
  const coverage = { path: inputs.coverage, base: workspace, asked: 'The input `coverage`' };
  soFar.finishCoverage = () => mergeCoverage(files, coverage);
  return { kind: 'merged', report };
}

async function runOrPlan(tools: SuiteTools, soFar: WorkSoFar): Promise<SuiteWork> {
  const { step, reports, masks, log, texts, report, reporting, calls } = tools;
  const { environment, installation, workspace } = step;
  const inputs = readSuiteInputs(environment, process.cwd());
  soFar.asked = inputs;
  reports.check();
  const { request, running, sources, tags, testName, comparison, shard } = inputs;
  masks.add(request.credentials);
  const hooks = { ...projectHooks(step, { masks, calls, report }), logs: log.project };
  const selection = { tags, isCi: true, ...(testName === undefined ? {} : { name: testName }) };
  const all = await chooseCases({ sources, selection, request }, hooks);
  const earlier = await earlierDurations(await expandGlobs(inputs.earlierResults, process.cwd()), report);
  soFar.earlier = earlier;
  const costs = { earlier, isolate: running.isolate };
  if (inputs.plan) return { kind: 'planned', plan: planSuite(all, costs, inputs.shards) };
  const coverage = await askForCoverage(inputs.coverage, workspace, 'The input `coverage`');
  if (coverage !== undefined) soFar.finishCoverage = coverage.finish;
  const run =
    comparison === undefined
      ? runSuite
      : await (await loadComparison()).openComparison(comparison, request, hooks, log.say);
  const chosen = shard === undefined ? all : takeShard(all, shard, costs);
  soFar.chosen = chosen;
  const snapshots = { recording: inputs.update ? 'all' : 'none', command: commandOf(inputs) } as const;
  const reported = createCaseReporter(reporting);
  const debug = suiteDebug(environment, log.command);
  const result = await run(
    { chosen, request, running, texts, snapshots },
    {
      ...hooks,
      ...(coverage === undefined ? {} : { coverage: coverage.collection }),
      explain: explainWith(installation.runtimes),
      ...debug,
      onResult(one) {
        debug.onResult?.(one);
        soFar.results.set(one.id, one);
        log.print(reported(one));
      },
    },
  );
  return { kind: 'ran', result };
}

/** The command that runs the same suite outside of a workflow. */
function commandOf({ sources: { files, functions, events } }: SuiteInputs): string {
  const globs = (flag: string, all: readonly string[]): string[] => all.map((glob) => `${flag} '${glob}'`);
  return ['invoke-local test', ...files, ...globs('--functions', functions), ...globs('--events', events)].join(' ');
}
