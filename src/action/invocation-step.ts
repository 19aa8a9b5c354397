import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';
import { invoke } from '../invoke/invoke.js';
import { toolVersion } from '../invoke/tool-version.js';
import type { Forerunner } from '../lambda/sandbox/process/forerunner.js';
import { gatherCalls } from '../report/calls/seen-calls.js';
import { type AskedCoverage, askForCoverage } from '../report/coverage/asked-coverage.js';
import { askForReports } from '../report/files/asked-reports.js';
import { reportInvocation } from '../report/invocation-report.js';
import { LogTail } from '../report/log-tail.js';
import { attempt } from './attempt.js';
import { crashMessage } from './crash-message.js';
import { createDebugLog } from './debug-log.js';
import { openHandlerLog } from './handler-log.js';
import { type ActionInputs, readInputs, readReportPaths } from './inputs.js';
import { createMasks } from './masks.js';
import { writeOutputs } from './outputs.js';
import { projectHooks } from './project-hooks.js';
import { setStepOutputs } from './set-step-outputs.js';
import type { Step } from './step.js';

const loadToolkit = (): Promise<typeof import('./toolkit.js')> => import('./toolkit.js');
const loadJobSummary = (): Promise<typeof import('./job-summary.js')> => import('./job-summary.js');
const loadConclusion = (): Promise<typeof import('./conclude-step.js')> => import('./conclude-step.js');

/**
 * Runs a step that is asked for one invocation: reads the inputs, invokes the function, and reports how it ended.
 * @param forerunner the function's process, where it was started on a guess
 */
export async function runInvocationStep(step: Step, forerunner: Forerunner | undefined): Promise<void> {
  const { installation, workspace, cancellation, fileCommands, files, environment: env, stdout } = step;
  const masks = createMasks((line) => log.command(line));
  const debug = createDebugLog(env, (line) => log.command(line));
  const startedAt = new Date();
  const reports = askForReports(readReportPaths(env), workspace, (kind) => `The input \`${kind}\``);
  const tail = new LogTail();
  let asked: Partial<ActionInputs> = {};
  let coverage: AskedCoverage | undefined;
  const calls = gatherCalls();
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
    const hooks = projectHooks(step, { masks, calls, report });
    coverage = await askForCoverage(inputs.coverage, workspace, 'The input `coverage`');
    return invokeNamed(request, {
      ...hooks,
      logs: log.sink,
      forerunner,
      // What is needed later is loaded while there is nothing to do but to wait for the function.
      onSandboxStarting: () => void loadJobSummary(),
      onResult: () => void loadConclusion(),
      ...debug.hooks(request),
      ...(coverage === undefined ? {} : { coverage: coverage.collection }),
    });
  }, cancellation);

  await log.close();
  await debug.finish(outcome.kind === 'invoked' ? outcome.result : undefined);
  fileCommands.restore(report);
  const invocation = await reportInvocation(outcome, {
    ...(asked.request?.function === undefined ? {} : { function: asked.request.function }),
    ...(asked.request === undefined ? {} : { serviceFolder: asked.request.workingDirectory }),
    diagnostics: findings,
    log: tail.excerpt(files.log),
    startedAt,
    runtimes: installation.runtimes,
  });
  const message = crashMessage(invocation.outcome, workspace);
  const deniedCount = calls.deniedCount();
  const outputs = new Map<string, string>();
  const setOutput = (name: string, value: string): void => void outputs.set(name, value);
  writeOutputs({ outcome, message, files, deniedCount, secrets: masks.values, report, setOutput });
  await setStepOutputs(outputs, env['GITHUB_OUTPUT']);
  const { writeJobSummary } = await loadJobSummary();
  writeJobSummary({
    reports: [invocation],
    calls: calls.shown(),
    mode: asked.summary ?? 'always',
    file: env['GITHUB_STEP_SUMMARY'],
    secrets: masks.values,
    workspace,
    report,
  });
  const facts = { secrets: masks.values, toolVersion: () => toolVersion(installation) };
  for (const finding of await reports.write(invocation, facts)) report(finding);
  const { line, problems } = (await coverage?.finish()) ?? { problems: [] };
  for (const problem of problems) report(problem);
  if (line !== undefined) stdout.write(`${line}\n`);
  const { concludeStep } = await loadConclusion();
  const exitCode = await concludeStep(invocation, {
    failOnError: asked.failOnError ?? true,
    workspace,
    secrets: masks.values,
    loadAnnotate: loadToolkit,
    write: (lines) => stdout.write(lines),
    hasColour: !env['NO_COLOR'],
  });
  process.exitCode = exitCode;
  if (outcome.kind === 'cancelled') stdout.write('', () => process.exit(exitCode));
}

/** Invokes a function. Where none is named, says what a step can be asked for. */
async function invokeNamed(...[request, hooks]: Parameters<typeof invoke>): ReturnType<typeof invoke> {
  try {
    return await invoke(request, hooks);
  } catch (error) {
    if (!(error instanceof UserError) || error.diagnostic.code !== 'function-missing') throw error;
    const { code, hint = '', location } = error.diagnostic;
    throw new UserError({
      code,
      message: 'The step is asked for nothing: there is neither `function`, nor `suite`, nor `functions`.',
      hint: `${hint}\nFor a suite, write \`suite: FILE\`, or \`functions: '*'\` for all functions with the events that lie beside them.`,
      location,
      cause: error,
    });
  }
}
