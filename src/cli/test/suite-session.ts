import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ProjectHooks, SandboxHooks } from '../../invoke/hooks.js';
import type { Installation } from '../../invoke/installation.js';
import type { ProjectRequest } from '../../invoke/request.js';
import type { Forerunner } from '../../lambda/sandbox/process/forerunner.js';
import { findPlaceWith } from '../../report/failure/call-place.js';
import { openCallsFile } from '../../report/files/calls-file.js';
import { createKnownSecrets, type KnownSecrets } from '../../report/secrets/known-secrets.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import { type AskedSuiteReports, askForSuiteReports } from '../../report/suite/asked-suite-reports.js';
import { type ChosenCases, chooseCases } from '../../suite/run/choose-cases.js';
import type { EarlierDuration } from '../../suite/shards/case-costs.js';
import type { Console } from '../print.js';
import { toRequest } from '../request.js';
import type { Interruption } from '../signals.js';
import type { TestOptions } from './test-options.js';

/** What the command needs. */
export interface TestRun {
  readonly installation: Installation;
  readonly stderr: Console;
  readonly interruption: Interruption;
  /** The process of the only case's function, where it was started on a guess. */
  readonly forerunner: Forerunner | undefined;
}

/** What the runs of one command share. */
export interface SuiteSession extends TestRun {
  readonly options: TestOptions;
  /** The folder that the command was called in. Absolute. */
  readonly base: string;
  readonly request: ProjectRequest;
  readonly hooks: ProjectHooks & Pick<SandboxHooks, 'forerunner'>;
  readonly secrets: KnownSecrets;
  readonly reports: AskedSuiteReports;
  readonly isCi: boolean;
  /** What cases took in earlier results, where some were given. */
  readonly earlier?: readonly EarlierDuration[];
}

/**
 * Gets ready for runs.
 * @throws UserError where a report can't be written to its path
 */
export function openSession(options: TestOptions, run: TestRun): SuiteSession {
  const { installation, stderr, interruption, forerunner } = run;
  const base = process.cwd();
  const reports = askForSuiteReports(options.shared.values, base, (kind) => `The flag --${kind}`);
  reports.check();
  const secrets = createKnownSecrets();
  const { 'aws-calls-file': callsFile } = options.shared.values;
  const hooks = {
    report: reportOnce(stderr, options.shared.switches.has('quiet')),
    logs: stderr,
    installation,
    signal: interruption.signal,
    onCredentials: secrets.addCredentials,
    onSecret: secrets.add,
    findPlace: findPlaceWith(installation.runtimes),
    forerunner,
    redact: (text: string) => createRedactor(secrets.values).text(text),
    ...(callsFile ? { onCalls: openCallsFile(callsFile, base, (diagnostic) => stderr.report(diagnostic)).add } : {}),
  };
  const { CI: ci = '' } = process.env;
  const request = toRequest(options.shared, { workingDirectory: base, environment: process.env });
  return { ...run, options, base, request, hooks, secrets, reports, isCi: ci !== '' && ci !== 'false' };
}

/**
 * Collects the cases, and chooses those that were asked for.
 * @throws UserError where a case file or the project has mistakes, or no case is left
 */
export function chooseSessionCases({ options, request, hooks, isCi }: SuiteSession): Promise<ChosenCases> {
  const { testName, tags } = options;
  return chooseCases(
    {
      sources: { folder: request.workingDirectory, ...options },
      selection: { tags, isCi, ...(testName === undefined ? {} : { name: testName }) },
      request,
    },
    hooks,
  );
}

/** Reports a diagnostic that many cases give once. */
function reportOnce(stderr: Console, isQuiet: boolean): (diagnostic: Diagnostic) => void {
  const said = new Set<string>();
  return (diagnostic) => {
    const text = JSON.stringify(diagnostic);
    if (!said.has(text) && !(isQuiet && diagnostic.severity === 'notice')) stderr.report(diagnostic);
    said.add(text);
  };
}
