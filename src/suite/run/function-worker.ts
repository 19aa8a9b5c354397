import { UserError } from '../../diagnostics/user-error.js';
import type { FunctionSandbox } from '../../invoke/function-sandbox.js';
import type { ProjectHooks } from '../../invoke/hooks.js';
import type { OpenProject } from '../../invoke/open-project.js';
import type { PreparedFunction } from '../../invoke/prepared-function.js';
import type { CaseResult } from '../case-result.js';
import { eventRequestOf } from '../cases/event-request.js';
import type { Finding } from '../expectations/finding.js';
import { type Observed, observedOf } from '../expectations/observed.js';
import type { OpenJudge } from '../open-judge.js';
import type { SuiteCase } from '../suite-case.js';
import { CaseLog } from './case-log.js';

/** A sandbox, and the settings that its cases share. */
interface WarmSandbox {
  readonly settings: string;
  readonly sandbox: FunctionSandbox;
}

/**
 * Runs cases of one function, one after the other: warm, as long as they need the same environment. After a crash or a timeout the
 * next one is cold, as in Lambda.
 */
export class FunctionWorker implements AsyncDisposable {
  readonly #project: () => Promise<OpenProject>;
  readonly #hooks: ProjectHooks;
  readonly #judge: OpenJudge;
  readonly #log = new CaseLog();
  /** By the names of the variables that their cases set. */
  readonly #prepared = new Map<string, PreparedFunction>();
  #warm: WarmSandbox | undefined;

  constructor(project: () => Promise<OpenProject>, hooks: ProjectHooks, judge: OpenJudge) {
    this.#project = project;
    this.#hooks = hooks;
    this.#judge = judge;
  }

  /**
   * Runs a case, as often as it says. It ends with the first run that fails.
   * @throws the signal's reason where the run was aborted
   */
  async run(suiteCase: SuiteCase): Promise<CaseResult> {
    let durationMs = 0;
    const runOnce = async (): Promise<Observed> => {
      const observed = await this.#invoke(suiteCase);
      durationMs = Math.max(durationMs, observed.durationMs);
      return observed;
    };
    try {
      for (let round = 0; round < suiteCase.repeat; round++) {
        const [first, ...others] = await this.#judge.judge(suiteCase, await runOnce(), runOnce);
        if (first !== undefined) return this.#failed(suiteCase, durationMs, [first, ...others]);
      }
      return { status: 'passed', case: suiteCase, durationMs };
    } catch (error) {
      this.#hooks.signal.throwIfAborted();
      if (!(error instanceof UserError)) throw error;
      await this.#cool();
      return { status: 'not-run', case: suiteCase, diagnostic: error.diagnostic };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cool();
    for (const prepared of this.#prepared.values()) await prepared[Symbol.asyncDispose]();
  }

  #failed(suiteCase: SuiteCase, durationMs: number, findings: [Finding, ...Finding[]]): CaseResult {
    return { status: 'failed', case: suiteCase, durationMs, findings, log: this.#log.text };
  }

  async #invoke(suiteCase: SuiteCase): Promise<Observed> {
    const hooks = { report: this.#hooks.report, logs: this.#log };
    const prepared = await this.#prepare(suiteCase);
    const { context, environment, timeoutMs } = suiteCase;
    this.#log.clear();
    const event = await eventRequestOf(suiteCase, prepared.function);
    const input = await prepared.readInput({ event, context, environment }, hooks);
    const settings = JSON.stringify([
      Object.keys(environment).sort(),
      Object.entries(input.variables).sort(),
      timeoutMs,
    ]);
    if (this.#warm?.settings !== settings) {
      await this.#cool();
      const variables = input.variables;
      const sandbox = await prepared.openSandbox(
        { variables, ...(timeoutMs === undefined ? {} : { timeoutMs }) },
        hooks,
      );
      this.#warm = { settings, sandbox };
    }
    const result = await this.#warm.sandbox.invoke(input);
    const { text } = this.#log;
    return observedOf(result, () => text);
  }

  async #prepare({ function: name, environment }: SuiteCase): Promise<PreparedFunction> {
    const overridden = Object.keys(environment).sort();
    const key = JSON.stringify(overridden);
    const known = this.#prepared.get(key);
    if (known !== undefined) return known;
    const prepared = await (await this.#project()).prepare(name, overridden);
    this.#prepared.set(key, prepared);
    return prepared;
  }

  /** Ends the sandbox: the next case starts a new one. */
  async #cool(): Promise<void> {
    const { sandbox } = this.#warm ?? {};
    this.#warm = undefined;
    await sandbox?.[Symbol.asyncDispose]();
  }
}
