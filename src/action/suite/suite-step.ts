import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { toolVersion } from '../../invoke/tool-version.js';
import { gatherCalls } from '../../report/calls/seen-calls.js';
import { toldInReport } from '../../report/calls/told-in-report.js';
import { diagnosticWithout } from '../../report/secrets/redact-report.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import { askForSuiteReports } from '../../report/suite/asked-suite-reports.js';
import { deniedIn } from '../../report/suite/denied-calls.js';
import type { SuiteReport } from '../../report/suite/suite-report.js';
import { TextStore } from '../../suite/texts/text-store.js';
import { readReportPaths } from '../inputs.js';
import { createMasks } from '../masks.js';
import { setOutputs } from '../outputs.js';
import type { Step } from '../step.js';
import { error, notice, setOutput, warning } from '../toolkit.js';
import { plainLine } from '../workflow-commands.js';
import { attemptSuite } from './attempt-suite.js';
import { concludeSuite } from './conclude-suite.js';
import { openSuiteLog } from './suite-log.js';
import type { SuiteOutcome } from './suite-outcome.js';
import { suiteValues } from './suite-outputs.js';
import { writeSuiteSummary } from './suite-summary.js';
import { type WorkSoFar, workOnSuite } from './suite-work.js';

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
  const soFar: WorkSoFar = { results: new Map(), startedAtMs: Date.now() };
  const reporting = { base: workspace, secrets: masks.values };
  const calls = gatherCalls();
  const work = () => workOnSuite({ step, reports, masks, log, texts, report, reporting, calls }, soFar);
  const outcome = await attemptSuite(work, soFar, cancellation, reporting);
  const { asked, earlier = [] } = soFar;

  await log.close();
  fileCommands.restore(report);
  const deniedCount = calls.deniedCount() ?? deniedIn(outcome.report);
  const resultsFile = reports.paths['report-json'] ?? '';
  const { outputs, response } = await suiteValues(outcome, files, resultsFile, deniedCount);
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
  const { line, problems } = (await soFar.finishCoverage?.()) ?? { problems: [] };
  for (const problem of problems) report(problem);
  if (line !== undefined) stdout.write(plainLine(line));
  const redactor = createRedactor(masks.values);
  const diagnostics = (): Diagnostic[] => [...findings.values()].map((each) => diagnosticWithout(each, redactor));
  await writeSuiteSummary({
    report: outcome.report,
    ...(isPlan ? { plan: outcome.plan } : {}),
    diagnostics: diagnostics(),
    coverage: line,
    calls: asked !== undefined && 'files' in asked ? toldInReport(outcome.report) : calls.shown(),
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
    failingDenials: (asked?.failOnDenied ?? true) && failsOnFailures(outcome.report) ? (deniedCount ?? 0) : 0,
    workspace,
    hasColour,
  });
  process.exitCode = exitCode;
  if (outcome.kind === 'cancelled') stdout.write('', () => process.exit(exitCode));
}

/** Whether failures decide, and not what changed since another commit. */
function failsOnFailures({ comparison }: SuiteReport): boolean {
  return comparison === undefined || comparison.failOn === 'failures';
}

/** Of an outcome, only the stack of a defect may still have secrets. */
function withoutSecrets(outcome: SuiteOutcome, redact: (text: string) => string): SuiteOutcome {
  return outcome.kind === 'defect' ? { ...outcome, details: redact(outcome.details) } : outcome;
}
