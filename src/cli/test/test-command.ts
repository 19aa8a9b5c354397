import type { Diagnostic, ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import type { Installation } from '../../invoke/installation.js';
import { toolVersion } from '../../invoke/tool-version.js';
import { closingLines } from '../../report/console/closing-lines.js';
import { createCasePrinter } from '../../report/console/print-case.js';
import { explainWith } from '../../report/failure/explain-failure.js';
import { createKnownSecrets } from '../../report/secrets/known-secrets.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import { askForSuiteReports } from '../../report/suite/asked-suite-reports.js';
import { readDurations } from '../../report/suite/results/earlier-durations.js';
import { toReportedCase, toSuiteReport } from '../../report/suite/to-suite-report.js';
import { expandGlobs } from '../../suite/cases/expand-globs.js';
import { chooseCases } from '../../suite/run/choose-cases.js';
import { runSuite } from '../../suite/run/run-suite.js';
import { type EarlierDuration, noEarlierResults } from '../../suite/shards/case-costs.js';
import { takeShard } from '../../suite/shards/take-shard.js';
import { TextStore } from '../../suite/texts/text-store.js';
import { exitCodes } from '../exit-codes.js';
import { type Console, writeAll } from '../print.js';
import { toRequest } from '../request.js';
import type { Interruption } from '../signals.js';
import { printPlan } from './print-plan.js';
import { testHelp } from './test-help.js';
import { parseTestOptions } from './test-options.js';

/** What the command needs. */
export interface TestRun {
  readonly installation: Installation;
  readonly stderr: Console;
  readonly interruption: Interruption;
}

/**
 * `invoke-local test`: runs a suite, and prints what came of each case.
 * @param argv what follows the word
 * @returns the exit code
 * @throws UserError where an option, a case file or the project is wrong, or there is no case
 */
export async function runTests(argv: readonly string[], run: TestRun): Promise<number> {
  const { installation, stderr, interruption } = run;
  const options = parseTestOptions(argv);
  if (options.shared.switches.has('help')) {
    await writeAll(process.stdout, testHelp());
    return exitCodes.success;
  }
  const base = process.cwd();
  const reports = askForSuiteReports(options.shared.values, base, (kind) => `The flag --${kind}`);
  reports.check();
  const isCi = process.env['CI'] !== undefined && process.env['CI'] !== '' && process.env['CI'] !== 'false';
  const request = toRequest(options.shared, { workingDirectory: base, environment: process.env });
  const secrets = createKnownSecrets();
  const hooks = {
    report: reportOnce(stderr),
    logs: stderr,
    installation,
    signal: interruption.signal,
    onCredentials: secrets.addCredentials,
    onSecret: secrets.add,
  };
  const chosen = await chooseCases(
    {
      sources: { folder: request.workingDirectory, ...options },
      selection: { tags: options.tags, isCi, ...(options.name === undefined ? {} : { name: options.name }) },
      request,
    },
    hooks,
  );
  const costs = {
    earlier: await earlierDurations(options.earlierResults, base, hooks.report),
    isolate: options.running.isolate,
  };
  if (options.plan) {
    await printPlan(chosen, costs, options.shards, stderr);
    return exitCodes.success;
  }
  using texts = new TextStore((bytes) => createRedactor(secrets.values).bytes(bytes));
  const printer = createCasePrinter(stderr.styles);
  let printed = Promise.resolve();
  const result = await runSuite(
    {
      chosen: options.shard === undefined ? chosen : takeShard(chosen, options.shard, costs),
      request,
      running: options.running,
      snapshots: {
        recording: options.update ? 'all' : isCi ? 'none' : 'new',
        command: ['invoke-local test', ...options.files].join(' '),
      },
      texts,
    },
    {
      ...hooks,
      explain: explainWith(installation.runtimes),
      onResult: (one) => {
        const reported = toReportedCase(one, { base, secrets: [] });
        printed = printed.then(async () => {
          for (const line of await printer.lines(reported)) stderr.line(line);
        });
      },
    },
  );
  await printed;
  const report = toSuiteReport(result, { base, secrets: secrets.values });
  for (const problem of result.problems) stderr.report(problem);
  const unwritten = await reports.write(report, {
    toolVersion: toolVersion(installation),
    serviceFolder: request.workingDirectory,
    secrets: secrets.values,
  });
  for (const diagnostic of unwritten) stderr.report(diagnostic);
  for (const line of closingLines(report)) stderr.line(line);
  const signalled = interruption.exitCode();
  if (signalled !== undefined) return signalled;
  if (report.verdict === 'failed') return exitCodes.functionFailed;
  return unwritten.length === 0 ? exitCodes.success : exitCodes.reportUnwritten;
}

/** What an earlier run took, where there was one. */
async function earlierDurations(
  patterns: readonly string[],
  base: string,
  report: ReportDiagnostic,
): Promise<EarlierDuration[]> {
  const { files, unmatched } = await expandGlobs(patterns, base);
  if (unmatched.length > 0) report(noEarlierResults(unmatched));
  return readDurations(files, report);
}

/** Reports a diagnostic that many cases give once. */
function reportOnce(stderr: Console): (diagnostic: Diagnostic) => void {
  const said = new Set<string>();
  return (diagnostic) => {
    const text = JSON.stringify(diagnostic);
    if (!said.has(text)) stderr.report(diagnostic);
    said.add(text);
  };
}
