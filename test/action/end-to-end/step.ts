import { expect } from '@jest/globals';
import { readActionMetadata } from '../../harness/action-metadata.js';
import { runStep, type Step, type StepResult } from '../../harness/run-step.js';
import { fixture, repositoryRoot } from '../../paths.js';

const declaredOutputs = Object.keys(readActionMetadata(repositoryRoot).outputs);

/** A step that invokes a function of a fixture, through the committed bundle. */
export interface FunctionStep extends Omit<Step, 'action'> {
  /** The folder of the service, under `test/fixtures/`. */
  readonly service: string;
  readonly action?: string;
}

/** Runs such a step, with the fixtures as the workspace, and checks what holds for every step, whatever it does. */
export async function invokeStep({ service, with: inputs, ...step }: FunctionStep): Promise<StepResult> {
  const result = await runStep({
    action: repositoryRoot,
    workspace: fixture(),
    ...step,
    with: { 'working-directory': service, ...inputs },
  });
  expect(result.failures).toEqual([]);
  expect(result.summaryError).toBeUndefined();
  expect(Object.keys(result.outputs)).toEqual(declaredOutputs);
  expect(result.orphans).toEqual([]);
  expect([result.env, result.path, result.state]).toEqual([{}, [], {}]);
  return result;
}

/** The lines of the log that stand in the handler's group. */
export function groupOf({ log }: StepResult): string[] {
  const start = log.findIndex((line) => line.startsWith('##[group]'));
  const end = log.indexOf('##[endgroup]', start);
  expect([start, end]).not.toContain(-1);
  return log.slice(start + 1, end);
}
