import { spawnSync } from 'node:child_process';
import { runStep } from './run-step.js';

/** A step of a workflow's job, as the file has it. */
export interface JobStep {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

interface StepContext {
  readonly outcome: string;
  readonly outputs: Readonly<Record<string, string>>;
}

type Steps = Readonly<Record<string, StepContext>>;

/**
 * The expressions that a check of a step's outcome needs: `steps.<id>.outcome`, `steps.<id>.outputs.<name>`, and
 * `fromJSON(...).<member>` of one.
 * @throws Error for any other.
 */
function evaluate(expression: string, steps: Steps): string {
  const parsed = /^fromJSON\((.*)\)\.(\w+)$/.exec(expression);
  if (parsed !== null) {
    const [, inner = '', member = ''] = parsed;
    return String((JSON.parse(evaluate(inner, steps)) as Record<string, unknown>)[member] ?? '');
  }
  const [, id = '', property, name = ''] = /^steps\.([\w-]+)\.(outcome|outputs)(?:\.([\w-]+))?$/.exec(expression) ?? [];
  if (property === undefined) throw new Error(`An expression that the harness does not know: ${expression}`);
  return (property === 'outcome' ? steps[id]?.outcome : steps[id]?.outputs[name]) ?? '';
}

function interpolate(text: string, steps: Steps): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => evaluate(expression, steps));
}

/**
 * Runs the steps of a job that are of our action (`uses: ./`) or a script; the actions of others are taken as done.
 * @param root the checkout, which is action and workspace alike.
 * @throws Error where a step fails that may not.
 */
export async function runJob(jobSteps: readonly JobStep[], root: string): Promise<void> {
  const steps: Record<string, StepContext> = {};
  for (const step of jobSteps) {
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, interpolate(value, steps)]),
    );
    if (step.uses === './') {
      const inputs = Object.fromEntries(Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)]));
      const { outcome, outputs, log } = await runStep({ action: root, workspace: root, env, with: inputs });
      if (step.id !== undefined) steps[step.id] = { outcome, outputs };
      if (outcome === 'failure' && step['continue-on-error'] !== true)
        throw new Error(`${step.id}:\n${log.join('\n')}`);
    } else if (step.run !== undefined) {
      const script = spawnSync('bash', ['--noprofile', '--norc', '-exo', 'pipefail', '-c', step.run], {
        cwd: root,
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
      if (script.status !== 0) throw new Error(`${step.name ?? step.run}:\n${script.stdout}${script.stderr}`);
    }
  }
}
