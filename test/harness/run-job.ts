import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { delimiter } from 'node:path';
import { repositoryRoot } from '../paths.js';
import { type Contexts, interpolate, type StepContext } from './expression.js';
import { runStep } from './run-step.js';

/** A step of a workflow's job, as the file has it. */
export interface JobStep {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

/** What another action leaves behind for the steps after it. */
export interface LeftBehind {
  readonly env?: Readonly<Record<string, string>>;
  /** Folders that stand before the others on PATH. */
  readonly path?: readonly string[];
}

/** What a job runs with. */
export interface JobSettings extends LeftBehind {
  /** The checkout. The repository itself by default. */
  readonly workspace?: string;
  /** Contexts of expressions beside `steps`. */
  readonly contexts?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What stands for the actions of others, by `owner/name`. Without it they are taken as done, all of them. */
  readonly standIns?: Readonly<Record<string, (inputs: Readonly<Record<string, string>>) => LeftBehind>>;
}

/** Our own action: in this repository, and as its users name it. */
const ours = /^(?:\.\/|OWNER\/invoke-local@v\d+)$/;

/**
 * Runs the steps of a job: of our action, scripts, and stand-ins for the actions of others. After a failure only the
 * steps run that say `if: failure()` or `if: always()`.
 * @returns what became of the steps of our action, by their ids
 * @throws Error where a step fails that may not.
 */
export async function runJob(
  jobSteps: readonly JobStep[],
  settings: JobSettings = {},
): Promise<Readonly<Record<string, StepContext>>> {
  const { workspace = repositoryRoot, standIns } = settings;
  const steps: Record<string, StepContext> = {};
  const contexts: Contexts = { ...settings.contexts, steps };
  const left = { env: { ...settings.env }, path: [...(settings.path ?? [])] };
  const interpolated = (values: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, interpolate(String(value), contexts)]));
  let failure: string | undefined;
  const posts: Parameters<typeof runStep>[0][] = [];
  const trackingId = `github_${randomUUID()}`;

  for (const step of jobSteps) {
    if (!conditionHolds(step.if, failure !== undefined)) continue;
    const path = [...left.path, process.env['PATH']].join(delimiter);
    const env = { ...left.env, PATH: path, ...interpolated(step.env) };
    const inputs = interpolated(step.with);
    if (step.uses === undefined) {
      const failed = runScript(step, workspace, env);
      failure ??= failed;
    } else if (ours.test(step.uses)) {
      // The runner looks for what a step has left behind when the job is over.
      const main = { action: repositoryRoot, workspace, env, with: inputs, trackingId, leavesProcesses: true };
      const ended = await runStep(main);
      const { outcome, outputs, log, state, runnerTemp } = ended;
      posts.unshift({ action: repositoryRoot, workspace, env, with: inputs, trackingId, post: { state, runnerTemp } });
      if (step.id !== undefined) steps[step.id] = { outcome, outputs };
      if (outcome === 'failure' && step['continue-on-error'] !== true)
        failure ??= `${step.id ?? step.uses}:\n${log.join('\n')}`;
    } else if (standIns !== undefined) {
      const standIn = standIns[step.uses.replace(/@.*/, '')];
      if (standIn === undefined) throw new Error(`Nothing stands for ${step.uses}.`);
      const { env: more = {}, path: before = [] } = standIn(inputs);
      Object.assign(left.env, more);
      left.path.unshift(...before);
    }
  }
  for (const post of posts) {
    const { outcome, log } = await runStep(post);
    if (outcome === 'failure') failure ??= `the post step:\n${log.join('\n')}`;
  }
  if (failure !== undefined) throw new Error(failure);
  return steps;
}

function conditionHolds(condition: string | undefined, hasFailed: boolean): boolean {
  if (condition === undefined) return !hasFailed;
  if (condition === 'failure()') return hasFailed;
  if (condition === 'always()') return true;
  throw new Error(`A condition that the harness does not know: ${condition}`);
}

/** @returns what the script printed, where it failed */
function runScript({ name, run = '' }: JobStep, cwd: string, env: Record<string, string>): string | undefined {
  const args = ['--noprofile', '--norc', '-exo', 'pipefail', '-c', run];
  const script = spawnSync('bash', args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  return script.status === 0 ? undefined : `${name ?? run}:\n${script.stdout}${script.stderr}`;
}
