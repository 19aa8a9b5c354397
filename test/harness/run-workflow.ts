import { type JobSettings, type JobStep, runJob } from './run-job.js';

/** A job, as the file has it. */
export interface Job {
  readonly needs?: string;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly JobStep[];
}

/** How each leg of each job ended. */
export interface WorkflowRun {
  readonly jobs: Readonly<Record<string, readonly ('success' | 'failure' | 'skipped')[]>>;
  /** What was printed by what failed. */
  readonly failures: readonly string[];
}

/** Runs the jobs of a workflow, one after the other: each leg of a matrix of one dimension, and none after a failure of what it needs. */
export async function runWorkflow(
  jobs: Readonly<Record<string, Job>>,
  settings: JobSettings = {},
): Promise<WorkflowRun> {
  const ended: Record<string, ('success' | 'failure' | 'skipped')[]> = {};
  const failures: string[] = [];
  for (const [name, { needs, strategy, steps }] of Object.entries(jobs)) {
    const ends: ('success' | 'failure' | 'skipped')[] = [];
    ended[name] = ends;
    if (needs !== undefined && ended[needs]?.some((end) => end !== 'success') !== false) {
      ends.push('skipped');
      continue;
    }
    const [[dimension, values] = ['none', ['']]] = Object.entries(strategy?.matrix ?? {});
    for (const value of values) {
      const contexts = { ...settings.contexts, matrix: { [dimension]: value } };
      try {
        await runJob(steps, { ...settings, contexts });
        ends.push('success');
      } catch (error) {
        ends.push('failure');
        failures.push((error as Error).message);
      }
    }
  }
  return { jobs: ended, failures };
}
