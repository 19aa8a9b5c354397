import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ProjectHooks } from '../../invoke/hooks.js';
import { toolVersion } from '../../invoke/tool-version.js';
import { explainWith } from '../../report/failure/explain-failure.js';
import { diagnosticWithout } from '../../report/secrets/redact-report.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import { askForSuiteReports } from '../../report/suite/asked-suite-reports.js';
import { toReportedCase } from '../../report/suite/to-suite-report.js';
import { chooseCases } from '../../suite/run/choose-cases.js';
import { runSuite } from '../../suite/run/run-suite.js';
import { TextStore } from '../../suite/texts/text-store.js';
import { readReportPaths } from '../inputs.js';
import { createMasks } from '../masks.js';
import { setOutputs } from '../outputs.js';
import type { Step } from '../step.js';
import { error, notice, setOutput, warning } from '../toolkit.js';
import { attemptSuite, type RunSoFar } from './attempt-suite.js';
import { concludeSuite } from './conclude-suite.js';
import { readSuiteInputs, type SuiteInputs } from './suite-inputs.js';
import { openSuiteLog } from './suite-log.js';
import type { SuiteOutcome } from './suite-outcome.js';
import { suiteValues } from './suite-outputs.js';
import { writeSuiteSummary } from './suite-summary.js';

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
  let asked: SuiteInputs | undefined;

  const work = async () => {
    const inputs = readSuiteInputs(environment, process.cwd());
    asked = inputs;
    reports.check();
    const { request, running, sources, tags, testName } = inputs;
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
    const chosen = await chooseCases({ sources, selection, request }, hooks);
    soFar.chosen = chosen;
    return runSuite(
      {
        chosen,
        request,
        running,
        texts,
        snapshots: { recording: inputs.update ? 'all' : 'none', command: commandOf(inputs) },
      },
      {
        ...hooks,
        explain: explainWith(installation.runtimes),
        onResult(result) {
          soFar.results.set(result.id, result);
          log.print(toReportedCase(result, reporting));
        },
      },
    );
  };
  const outcome = await attemptSuite(work, soFar, cancellation, reporting);

  await log.close();
  fileCommands.restore(report);
  const { outputs, response } = await suiteValues(outcome, files, reports.paths['report-json'] ?? '');
  setOutputs(outputs, response, { files, secrets: masks.values, report, setOutput });
  const unwritten = await reports.write(outcome.report, {
    toolVersion: toolVersion(installation),
    serviceFolder: asked?.request.workingDirectory ?? workspace,
    secrets: masks.values,
  });
  for (const { kind, ...diagnostic } of unwritten) {
    report(diagnostic);
    if (kind === 'report-json') setOutput('results-file', '');
  }
  const redactor = createRedactor(masks.values);
  const diagnostics = (): Diagnostic[] => [...findings.values()].map((each) => diagnosticWithout(each, redactor));
  await writeSuiteSummary({
    report: outcome.report,
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
