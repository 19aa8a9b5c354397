/** A job, as far as it tells where it can run. */
export interface WorkflowJob {
  readonly 'runs-on'?: string;
  readonly strategy?: { readonly matrix: string | Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly { readonly uses?: string }[];
}

/** Whether a job can run on this machine, with no network, and which legs of its matrix. */
export type Eligibility =
  | { readonly eligible: true; readonly matrix: readonly string[] }
  | { readonly eligible: false; readonly reason: string };

const ours = /^(\.\/|OWNER\/invoke-local@v\d+)$/;

/** A job of Ubuntu whose steps are scripts, a checkout of its own repository (which act does by itself) and our action. */
export function eligibilityOf(job: WorkflowJob): Eligibility {
  const others = job.steps
    .flatMap(({ uses }) => (uses === undefined ? [] : [uses]))
    .filter((uses) => !ours.test(uses) && !uses.startsWith('actions/checkout@'));
  if (others.length > 0) return { eligible: false, reason: `needs ${others.join(', ')}` };
  const machine = job['runs-on'] ?? '';
  if (machine === 'ubuntu-latest') return { eligible: true, matrix: [] };
  const dimension = /^\$\{\{ matrix\.(\w+) \}\}$/.exec(machine)?.[1] ?? '';
  const has = dimensionOf(job, dimension).includes('ubuntu-latest');
  return has
    ? { eligible: true, matrix: [`${dimension}:ubuntu-latest`] }
    : { eligible: false, reason: `runs on ${machine}` };
}

/** The values of a dimension of a job's matrix; none where it has none, or is made by another job. */
export function dimensionOf({ strategy }: Pick<WorkflowJob, 'strategy'>, name: string): readonly unknown[] {
  const matrix = strategy?.matrix ?? {};
  return typeof matrix === 'string' ? [] : (matrix[name] ?? []);
}
