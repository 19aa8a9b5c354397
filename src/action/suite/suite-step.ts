import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ProjectHooks } from '../../invoke/hooks.js';
import { toolVersion } from '../../invoke/tool-version.js';
import { askForCoverage, type FinishedCoverage } from '../../report/coverage/asked-coverage.js';
import { mergeCoverage, partFiles } from '../../report/coverage/merged-coverage.js';
import { explainWith } from '../../report/failure/explain-failure.js';
import { diagnosticWithout } from '../../report/secrets/redact-report.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import { askForSuiteReports } from '../../report/suite/asked-suite-reports.js';
import { mergeResults } from '../../report/suite/merge/merge-results.js';
import { planSuite } from '../../report/suite/plan-suite.js';
import { earlierDurations } from '../../report/suite/results/earlier-durations.js';
import { toReportedCase } from '../../report/suite/to-suite-report.js';
import { expandGlobs } from '../../suite/cases/expand-globs.js';
import { chooseCases } from '../../suite/run/choose-cases.js';
import { runSuite } from '../../suite/run/run-suite.js';
import type { EarlierDuration } from '../../suite/shards/case-costs.js';
import { takeShard } from '../../suite/shards/take-shard.js';
import { TextStore } from '../../suite/texts/text-store.js';
import { asksForMerge } from '../asked-for.js';
import { readReportPaths } from '../inputs.js';
import { createMasks } from '../masks.js';
import { setOutputs } from '../outputs.js';
import type { Step } from '../step.js';
import { error, notice, setOutput, warning } from '../toolkit.js';
import { attemptSuite, type RunSoFar, type SuiteWork } from './attempt-suite.js';
import { concludeSuite } from './conclude-suite.js';
import { type MergeInputs, readMergeInputs } from './merge-inputs.js';
import { readSuiteInputs, type SuiteInputs } from './suite-inputs.js';
import { openSuiteLog } from './suite-log.js';
import type { SuiteOutcome } from './suite-outcome.js';
import { suiteValues } from './suite-outputs.js';
import { writeSuiteSummary } from './suite-summary.js';

const loadComparison = (): Promise<typeof import('../../suite/comparison/compare-suite.js')> =>
  import('../../suite/comparison/compare-suite.js');

/** Runs a step that is asked for a suite: reads the inputs, runs the cases, and reports what came of them. */
export async function runSuiteStep(step: Step): Promise<void> {
  const { installation, workspace, cancellation, fileCommands, files, environment, stdout } = step;
  const hasColour = !environment['NO_COLOR'];
  const masks = createMasks((line) => log.command(line));
  const findings = new Map<string, Diagnostic>();
  const report = (diagnostic: Diagnostic): void => void findings.set(JSON.stringify(diagnostic), diagnostic);
  const log = openSuiteLog({ stdout, file: files.log, secrets: masks.values, hasColour, report });
  const paths = { 'report-json': files.results, ...readReportPaths(environment) };
  const reports = askForSuiteReports(paths, workspace, (kind) => `The input \`${kind}\``);
  using texts = new TextStore((bytes) => createRedactor(masks.values).bytes(bytes));
  const soFar: RunSoFar = { results: new Map(), startedAtMs: Date.now() };
  const reporting = { base: workspace, secrets: masks.values };
  let asked: SuiteInputs | MergeInputs | undefined;
  let finishCoverage = async (): Promise<FinishedCoverage> => ({ problems: [] });
  let earlier: readonly EarlierDuration[] = [];

  const work = async (): Promise<SuiteWork> => {
    if (asksForMerge(environment)) {
      asked = readMergeInputs(environment);
      reports.check();
      const files = partFiles(await expandGlobs(asked.files, process.cwd()));
      const { report: merged } = await mergeResults(files.results, workspace);
      const merge = { path: asked.coverage, base: workspace, asked: 'The input `coverage`' };
      finishCoverage = () => mergeCoverage(files, merge);
      return { kind: 'merged', report: merged };
    }
    const inputs = readSuiteInputs(environment, process.cwd());
    asked = inputs;
    reports.check();
    const { request, running, sources, tags, testName, comparison, shard } = inputs;
    masks.add(request.credentials);
    const hooks: ProjectHooks = {
      report,
      logs: log.project,
      installation,
      signal: cancellation.signal,
      onCredentials: masks.add,
      onSecret: masks.addSecret,
    };
    const selection = { tags, isCi: true, ...(testName === undefined ? {} : { name: testName }) };
    const all = await chooseCases({ sources, selection, request }, hooks);
    earlier = await earlierDurations(await expandGlobs(inputs.earlierResults, process.cwd()), report);
    const costs = { earlier, isolate: running.isolate };
    if (inputs.plan) return { kind: 'planned', plan: planSuite(all, costs, inputs.shards) };
    const coverage = await askForCoverage(inputs.coverage, workspace, 'The input `coverage`');
    if (coverage !== undefined) finishCoverage = coverage.finish;
    const run =
      comparison === undefined
        ? runSuite
        : await (await loadComparison()).openComparison(comparison, request, hooks, log.say);
    const chosen = shard === undefined ? all : takeShard(all, shard, costs);
    soFar.chosen = chosen;
    const result = await run(
      {
        chosen,
        request,
        running,
        texts,
        snapshots: { recording: inputs.update ? 'all' : 'none', command: commandOf(inputs) },
      },
      {
        ...hooks,
        ...(coverage === undefined ? {} : { coverage: coverage.collection }),
        explain: explainWith(installation.runtimes),
        onResult(one) {
          soFar.results.set(one.id, one);
          log.print(toReportedCase(one, reporting));
        },
      },
    );
    return { kind: 'ran', result };
  };
  const outcome = await attemptSuite(work, soFar, cancellation, reporting);

  await log.close();
  fileCommands.restore(report);
  const { outputs, response } = await suiteValues(outcome, files, reports.paths['report-json'] ?? '');
  setOutputs(outputs, response, { files, secrets: masks.values, report, setOutput });
  const isPlan = outcome.kind === 'planned';
  const unwritten = isPlan
    ? []
    : await reports.write(outcome.report, {
        toolVersion: toolVersion(installation),
        serviceFolder: asked !== undefined && 'request' in asked ? asked.request.workingDirectory : workspace,
        secrets: masks.values,
        earlier,
      });
  for (const { kind, ...diagnostic } of unwritten) {
    report(diagnostic);
    if (kind === 'report-json') setOutput('results-file', '');
  }
  const { line, problems } = await finishCoverage();
  for (const problem of problems) report(problem);
  if (line !== undefined) stdout.write(`${line}\n`);
  const redactor = createRedactor(masks.values);
  const diagnostics = (): Diagnostic[] => [...findings.values()].map((each) => diagnosticWithout(each, redactor));
  await writeSuiteSummary({
    report: outcome.report,
    ...(isPlan ? { plan: outcome.plan } : {}),
    diagnostics: diagnostics(),
    mode: asked?.summary ?? 'always',
    file: environment['GITHUB_STEP_SUMMARY'],
    secrets: masks.values,
    workspace,
    onUnwritten: report,
  });
  const exitCode = concludeSuite(withoutSecrets(outcome, redactor.text), {
    annotate: { error, warning, notice },
    write: (lines) => stdout.write(lines),
    diagnostics: diagnostics(),
    failOnError: asked?.failOnError ?? true,
    workspace,
    hasColour,
  });
  process.exitCode = exitCode;
  if (outcome.kind === 'cancelled') stdout.write('', () => process.exit(exitCode));
}

/** Of an outcome, only the stack of a defect may still have secrets. */
function withoutSecrets(outcome: SuiteOutcome, redact: (text: string) => string): SuiteOutcome {
  return outcome.kind === 'defect' ? { ...outcome, details: redact(outcome.details) } : outcome;
}

/** The command that runs the same suite outside of a workflow. */
function commandOf({ sources: { files, functions, events } }: SuiteInputs): string {
  const globs = (flag: string, all: readonly string[]): string[] => all.map((glob) => `${flag} '${glob}'`);
  return ['invoke-local test', ...files, ...globs('--functions', functions), ...globs('--events', events)].join(' ');
}
