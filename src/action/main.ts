import type { Installation } from '../invoke/installation.js';
import type { Forerunner } from '../lambda/sandbox/process/forerunner.js';
import { asksForSuite, mayServe } from './asked-for.js';
import { listenForCancellation } from './cancellation.js';
import { snapshotFileCommands } from './file-commands.js';
import { runInvocationStep } from './invocation-step.js';
import type { Step } from './step.js';
import { createStepFiles } from './step-files.js';

/**
 * Runs the step: one invocation, or a suite.
 * @param forerunner the function's process, where it was started on a guess
 */
export async function main(installation: Installation, forerunner: Forerunner | undefined): Promise<void> {
  const { env, stdout } = process;
  // If nobody reads standard output any more, the step's outputs are still written.
  stdout.on('error', () => {});
  const step: Step = {
    installation,
    workspace: env['GITHUB_WORKSPACE'] || process.cwd(),
    cancellation: listenForCancellation(),
    fileCommands: snapshotFileCommands(env),
    files: createStepFiles(env['RUNNER_TEMP']),
    environment: env,
    stdout,
  };
  if (mayServe(env)) {
    const { runServeStep } = await import('./serve/serve-step.js');
    return runServeStep(step);
  }
  if (!asksForSuite(env)) return runInvocationStep(step, forerunner);
  const { runSuiteStep } = await import('./suite/suite-step.js');
  return runSuiteStep(step);
}
