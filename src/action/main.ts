import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findInstallation } from '../invoke/find-installation.js';
import { invoke } from '../invoke/invoke.js';
import { toolVersion } from '../invoke/tool-version.js';
import { askForReports } from '../report/files/asked-reports.js';
import { reportInvocation } from '../report/invocation-report.js';
import { LogTail } from '../report/log-tail.js';
import { attempt } from './attempt.js';
import { listenForCancellation } from './cancellation.js';
import { crashMessage } from './crash-message.js';
import { createDebugLog } from './debug-log.js';
import { snapshotFileCommands } from './file-commands.js';
import { openHandlerLog } from './handler-log.js';
import { type ActionInputs, readInputs, readReportPaths } from './inputs.js';
import { createMasks } from './masks.js';
import { writeOutputs } from './outputs.js';
import { createStepFiles } from './step-files.js';

const loadToolkit = (): Promise<typeof import('./toolkit.js')> => import('./toolkit.js');
const loadJobSummary = (): Promise<typeof import('./job-summary.js')> => import('./job-summary.js');
const loadConclusion = (): Promise<typeof import('./conclude-step.js')> => import('./conclude-step.js');

/**
 * Runs the step: reads the inputs, invokes the function, and reports how it ended. `entry` is the folder of the running
 * file.
 */
export async function main(entry: string): Promise<void> {
  const installation = findInstallation(entry);
  const { env, stdout } = process;
  // If nobody reads standard output any more, the step's outputs are still written.
  stdout.on('error', () => {});
  const workspace = env['GITHUB_WORKSPACE'] || process.cwd();
  const cancellation = listenForCancellation();
  const fileCommands = snapshotFileCommands(env);
  const files = createStepFiles(env['RUNNER_TEMP']);
  const masks = createMasks((line) => log.command(line));
  const debug = createDebugLog(env, (line) => log.command(line));
  const startedAt = new Date();
  const reports = askForReports(readReportPaths(env), workspace, (kind) => `The input \`${kind}\``);
  const tail = new LogTail();
  let asked: Partial<ActionInputs> = {};
  const findings: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void findings.push(diagnostic);
  const log = openHandlerLog({
    stdout,
    file: files.log,
    title: 'Log of the function',
    tail,
    secrets: masks.values,
    report,
  });

  const outcome = await attempt(async () => {
    const inputs = readInputs(env, process.cwd());
    asked = inputs;
    reports.check();
    const { request } = inputs;
    masks.add(request.credentials);
    return invoke(request, {
      report,
      logs: log.sink,
      installation,
      signal: cancellation.signal,
      onCredentials: masks.add,
      onSecret: masks.addSecret,
      onSandboxStarting: () => void Promise.all([loadToolkit(), loadJobSummary(), loadConclusion()]),
      ...debug.hooks(request),
    });
  }, cancellation);

  await log.close();
  await debug.finish(outcome.kind === 'invoked' ? outcome.result : undefined);
  fileCommands.restore(report);
  const toolkit = await loadToolkit();
  const invocation = await reportInvocation(outcome, {
    ...(asked.request?.function === undefined ? {} : { function: asked.request.function }),
    ...(asked.request === undefined ? {} : { serviceFolder: asked.request.workingDirectory }),
    diagnostics: findings,
    log: tail.excerpt(files.log),
    startedAt,
    runtimes: installation.runtimes,
  });
  const message = crashMessage(invocation.outcome, workspace);
  writeOutputs({ outcome, message, files, secrets: masks.values, report, setOutput: toolkit.setOutput });
  const { writeJobSummary } = await loadJobSummary();
  writeJobSummary({
    reports: [invocation],
    mode: asked.summary ?? 'always',
    file: env['GITHUB_STEP_SUMMARY'],
    secrets: masks.values,
    workspace,
    report,
  });
  const facts = { secrets: masks.values, toolVersion: () => toolVersion(installation) };
  for (const finding of await reports.write(invocation, facts)) report(finding);
  const { concludeStep } = await loadConclusion();
  const exitCode = concludeStep(invocation, {
    failOnError: asked.failOnError ?? true,
    workspace,
    secrets: masks.values,
    annotate: toolkit,
    write: (lines) => stdout.write(lines),
    hasColour: !env['NO_COLOR'],
  });
  process.exitCode = exitCode;
  if (outcome.kind === 'cancelled') stdout.write('', () => process.exit(exitCode));
}
