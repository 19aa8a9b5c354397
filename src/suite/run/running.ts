/** How the cases of a suite are run. */
export interface Running {
  /** How many functions run at a time, or with `isolate: case` how many cases. By default the number of cores. */
  readonly concurrency?: number;
  /** `function`: the cases of a function share a sandbox, one after the other. `case`: each has a cold one of its own. */
  readonly isolate: 'function' | 'case';
  /** Whether the run ends with the first case that fails. */
  readonly failFast: boolean;
  /** How often a case that failed is tried again, each time in a cold sandbox. */
  readonly retries: number;
  /** Whether a case that passed only when it was tried again makes the suite fail. */
  readonly failsOnFlaky: boolean;
  /** How long the whole run may take. */
  readonly timeoutMs?: number;
}

/** How a suite is run where nothing is said. */
export const defaultRunning: Running = { isolate: 'function', failFast: false, retries: 0, failsOnFlaky: false };
