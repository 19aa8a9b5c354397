import { type Contexts, evaluate, interpolate } from './expression.js';
import { type JobSettings, type JobStep, runJob } from './run-job.js';

/** A job, as the file has it. */
export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: string | Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly JobStep[];
}

type End = 'success' | 'failure' | 'skipped';

/** How each leg of each job ended. */
export interface WorkflowRun {
  readonly jobs: Readonly<Record<string, readonly End[]>>;
  /** What was printed by what failed. */
  readonly failures: readonly string[];
}

/**
 * Runs the jobs of a workflow, one after the other: each leg of a matrix of one dimension or of `include`, and none after a failure
 * of what it needs, unless its condition asks for that.
 */
export async function runWorkflow(
  jobs: Readonly<Record<string, Job>>,
  settings: JobSettings = {},
): Promise<WorkflowRun> {
  const ended: Record<string, End[]> = {};
  const needs: Record<string, { outputs: Record<string, string> }> = {};
  const failures: string[] = [];
  for (const [name, job] of Object.entries(jobs)) {
    const contexts = { ...settings.contexts, needs, steps: {} };
    const ends: End[] = [];
    ended[name] = ends;
    const hasFailed = [job.needs ?? []].flat().some((need) => ended[need]?.every((end) => end === 'success') !== true);
    if (!runs(job.if, hasFailed, contexts)) {
      ends.push('skipped');
      continue;
    }
    for (const matrix of legsOf(job.strategy?.matrix ?? {}, contexts)) {
      try {
        const steps = await runJob(job.steps, { ...settings, contexts: { ...contexts, matrix } });
        const outputs = Object.entries(job.outputs ?? {}).map(([output, text]) => [
          output,
          interpolate(text, { ...contexts, steps }),
        ]);
        needs[name] = { outputs: Object.fromEntries(outputs) };
        ends.push('success');
      } catch (error) {
        ends.push('failure');
        failures.push((error as Error).message);
      }
    }
  }
  return { jobs: ended, failures };
}

/** The values of each leg of a matrix. */
function legsOf(
  written: NonNullable<Job['strategy']>['matrix'],
  contexts: Contexts,
): readonly Readonly<Record<string, unknown>>[] {
  const matrix = typeof written === 'string' ? matrixOf(written, contexts) : written;
  if (matrix['include'] !== undefined) return matrix['include'] as readonly Readonly<Record<string, unknown>>[];
  const [[dimension, values] = ['none', ['']]] = Object.entries(matrix);
  return values.map((value) => ({ [dimension]: value }));
}

function matrixOf(text: string, contexts: Contexts): Readonly<Record<string, readonly unknown[]>> {
  const [, expression = ''] = /^\$\{\{\s*fromJSON\((.*)\)\s*\}\}$/.exec(text) ?? [];
  return JSON.parse(String(evaluate(expression, contexts))) as Readonly<Record<string, readonly unknown[]>>;
}

/** Whether a job runs: without a function of the status in its condition only where all that it needs succeeded. */
function runs(condition: string | undefined, hasFailed: boolean, contexts: Contexts): boolean {
  const parts = (condition ?? '').split('&&').map((part) => part.trim());
  const isAlways = parts.some((part) => part === '!cancelled()' || part === 'always()');
  if (hasFailed && !isAlways) return false;
  return parts.every((part) => part === '' || part === '!cancelled()' || part === 'always()' || holds(part, contexts));
}

function holds(comparison: string, contexts: Contexts): boolean {
  const [, expression = '', value] = /^(.*?) == '(.*)'$/.exec(comparison) ?? [];
  if (value === undefined) throw new Error(`A condition that the harness does not know: ${comparison}`);
  return String(evaluate(expression, contexts) ?? '') === value;
}
