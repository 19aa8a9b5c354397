import type { CallsOf } from '../../aws-gateway/run/calls-outcome.js';
import type { AwsAsk, AwsPlan } from '../../aws-gateway/run/plan.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { UserError } from '../../diagnostics/user-error.js';
import { BoundedLog, type TakenLog } from '../../invoke/bounded-log.js';
import { gatewayOf } from '../../invoke/cassette-of.js';
import type { ContainmentFacts } from '../../invoke/containment-facts.js';
import type { FunctionSandbox } from '../../invoke/function-sandbox.js';
import type { InvocationCalls } from '../../invoke/invocation-calls.js';
import type { PreparedFunction } from '../../invoke/prepared-function.js';
import type { InvocationResult } from '../../invoke/result.js';
import type { CaseAttempt, CaseAttempts, CaseResult } from '../case-result.js';
import { eventRequestOf } from '../cases/event-request.js';
import { type Observed, observedOf } from '../expectations/observed.js';
import type { OpenJudge } from '../open-judge.js';
import type { SuiteCase } from '../suite-case.js';
import type { TextStore } from '../texts/text-store.js';
import { cassetteOfCase } from './case-cassette.js';
import { caseError } from './case-error.js';
import type { OpenFunctions } from './open-functions.js';
import type { Running } from './running.js';
import type { SelectedCase } from './select-cases.js';
import type { SuiteHooks } from './suite-hooks.js';

/** What the runs of cases have in common. */
export interface CaseSurroundings {
  readonly functions: OpenFunctions;
  /** Gives what judges. It is loaded at the first call. */
  readonly judge: () => Promise<OpenJudge>;
  readonly texts: TextStore;
  readonly running: Pick<Running, 'isolate' | 'retries'>;
  readonly hooks: SuiteHooks;
  /** What the run says of calls to AWS. */
  readonly ask: AwsAsk | undefined;
  /** Takes how a function was contained. */
  readonly onContained: (facts: ContainmentFacts) => void;
  /** Which worker this is, counted from 0. */
  readonly worker: number;
}

/** A sandbox, and the settings that its cases share. */
interface WarmSandbox {
  readonly settings: string;
  readonly sandbox: FunctionSandbox;
}

/** What an invocation gave. */
interface Invoked {
  readonly result: InvocationResult;
  readonly observed: Observed;
  readonly log: TakenLog;
  readonly startedAtMs: number;
  readonly isCold: boolean;
}

/**
 * Runs cases of one function, one after the other: warm, as long as they need the same environment. After a crash or a timeout the
 * next one is cold, as in Lambda.
 */
export class CaseRunner implements AsyncDisposable {
  readonly #with: CaseSurroundings;
  readonly #log = new BoundedLog();
  /** Why the invocation that ended last failed: of interest only where that was not expected. */
  #explanations: Diagnostic[] = [];
  #warm: WarmSandbox | undefined;

  constructor(surroundings: CaseSurroundings) {
    this.#with = surroundings;
  }

  /**
   * Runs a case, and where it fails as often again as the run allows.
   * @throws the signal's reason where the run was aborted
   */
  async run({ case: suiteCase, id }: SelectedCase): Promise<CaseResult> {
    const { running, hooks } = this.#with;
    try {
      let attempts: CaseAttempts = [await this.#attempt(suiteCase, id)];
      while (hasFailed(attempts) && attempts.length <= running.retries) {
        await this.#cool();
        attempts = [...attempts, await this.#attempt(suiteCase, id)];
      }
      if (running.isolate === 'case') await this.#cool();
      const status = hasFailed(attempts) ? 'failed' : attempts.length > 1 ? 'flaky' : 'passed';
      return { id, case: suiteCase, status, attempts };
    } catch (error) {
      hooks.signal.throwIfAborted();
      if (!(error instanceof UserError)) throw error;
      await this.#cool();
      return { id, case: suiteCase, status: 'not-run', diagnostic: error.diagnostic };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cool();
  }

  /** Runs a case as often as it says. It ends with the first run that fails. */
  async #attempt(suiteCase: SuiteCase, id: string): Promise<CaseAttempt> {
    const durationsMs: number[] = [];
    for (;;) {
      const invoked = await this.#invoke(suiteCase, id);
      durationsMs.push(invoked.result.durationMs);
      const runAgain = async (): Promise<Observed> => (await this.#invoke(suiteCase, id)).observed;
      const judge = await this.#with.judge();
      const findings = await judge.judge(suiteCase, invoked.observed, runAgain);
      if (findings.length > 0) this.#explanations.forEach(this.#with.hooks.report);
      if (findings.length > 0 || durationsMs.length >= suiteCase.repeat) {
        return this.#recorded(invoked, findings, durationsMs);
      }
    }
  }

  async #recorded(
    { result, log, startedAtMs, isCold }: Invoked,
    findings: CaseAttempt['findings'],
    durationsMs: readonly number[],
  ): Promise<CaseAttempt> {
    const { texts, worker, hooks } = this.#with;
    const { durationMs, initDurationMs, maxMemoryUsedMiB, requestId, status, event } = result;
    return {
      startedAtMs,
      worker,
      isCold,
      durationMs,
      ...(initDurationMs === undefined ? {} : { initDurationMs }),
      maxMemoryUsedMiB,
      ...(durationsMs.length === 1 ? {} : { durationsMs }),
      requestId,
      invocation: status,
      event: texts.payload(event),
      response: texts.payload(result.status === 'success' ? result.response : result.error),
      log: texts.log(await withSiblings(log.bytes, result), log.omittedBytes),
      ...(result.siblings === undefined
        ? {}
        : { siblings: result.siblings.map(({ result: _, log: __, ...facts }) => facts) }),
      ...(await callsOf(result)),
      ...(result.status === 'success' && result.http !== undefined ? { http: result.http } : {}),
      ...(result.status === 'success'
        ? {}
        : { error: await caseError(result, findings.length === 0 ? undefined : hooks.explain) }),
      findings,
    };
  }

  async #invoke(suiteCase: SuiteCase, id: string): Promise<Invoked> {
    const hooks = { report: this.#with.hooks.report, logs: this.#log };
    this.#explanations = [];
    const prepared = await this.#with.functions.prepare(suiteCase);
    this.#with.hooks.onPrepared?.(suiteCase.function, prepared.function);
    const { context, environment } = suiteCase;
    this.#log.take();
    const event = await eventRequestOf(suiteCase, prepared.function);
    const input = await prepared
      .readInput({ event, context, environment }, hooks)
      .catch((error: unknown) => Promise.reject(placedAtEvent(error, suiteCase)));
    const plan = prepared.planCalls(this.#ask(suiteCase), cassetteOfCase(suiteCase, prepared.function.sourceRoot));
    const sandbox = await this.#sandbox(prepared, suiteCase, input.variables, plan);
    const isCold = !sandbox.isWarm;
    const startedAtMs = Date.now();
    const result = await sandbox.invoke(input, plan);
    if (result.containment !== undefined) this.#with.onContained(result.containment);
    if (result.aws !== undefined) this.#tellCalls(result.aws, { function: prepared.function.key, case: id });
    for (const { result: sibling } of result.siblings ?? []) {
      if (sibling.aws !== undefined)
        this.#with.hooks.onCalls?.(sibling.aws, { function: sibling.function.key, case: id });
    }
    const log = this.#log.take();
    return { result, log, startedAtMs, isCold, observed: observedOf(result, () => log.bytes.toString('utf8')) };
  }

  /** Tells the calls to AWS. Their errors are findings of the case. */
  #tellCalls(calls: InvocationCalls, of: CallsOf): void {
    const { report, onCalls } = this.#with.hooks;
    for (const diagnostic of calls.diagnostics) if (diagnostic.severity !== 'error') report(diagnostic);
    onCalls?.(calls, of);
  }

  /** What is to become of the calls of a case: what it says itself, and what it does not say the run. */
  #ask({ aws }: SuiteCase): AwsAsk | undefined {
    const { ask } = this.#with;
    return aws === undefined ? ask : { ...ask, ...aws };
  }

  /** The sandbox that is warm, where the case can use it, or a new one. */
  async #sandbox(
    prepared: PreparedFunction,
    { environment, timeoutMs }: SuiteCase,
    variables: Readonly<Record<string, string>>,
    plan: AwsPlan | undefined,
  ): Promise<FunctionSandbox> {
    const gateway = plan === undefined ? undefined : gatewayOf(plan);
    const shared = [Object.keys(environment).sort(), Object.entries(variables).sort(), timeoutMs, gateway];
    const settings = JSON.stringify(shared);
    if (this.#warm?.settings === settings) return this.#warm.sandbox;
    await this.#cool();
    const { report, forerunner } = this.#with.hooks;
    const sandbox = await prepared.openSandbox(
      {
        variables,
        gateway,
        hasOwnSiblings: this.#with.running.isolate === 'case',
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        // A process is started on a guess only for a suite of one case.
        isForOneInvocation: forerunner !== undefined,
      },
      {
        report,
        onExplained: (explanation) => void this.#explanations.push(explanation),
        forerunner,
        logs: this.#log,
        onSandboxStarting: () => {
          void this.#with.judge();
          this.#with.hooks.onSandboxStarting?.();
        },
      },
    );
    this.#warm = { settings, sandbox };
    return sandbox;
  }

  /** Ends the sandbox: the next invocation starts a new one. */
  async #cool(): Promise<void> {
    const { sandbox } = this.#warm ?? {};
    this.#warm = undefined;
    await sandbox?.[Symbol.asyncDispose]();
  }
}

/** The log of a case: what its function logged, and then what those did that it invoked. */
/** What is told of its calls to AWS. */
async function callsOf(result: InvocationResult): Promise<Pick<CaseAttempt, 'calls'>> {
  if (result.aws === undefined) return {};
  const { toldCalls } = await import('../../invoke/told-calls.js');
  const calls = toldCalls(result);
  return calls === undefined ? {} : { calls };
}

async function withSiblings(log: Buffer, { siblings }: InvocationResult): Promise<Buffer> {
  if (siblings === undefined) return log;
  const { siblingLogs } = await import('../../invoke/fleet/sibling-logs.js');
  return Buffer.concat([log, siblingLogs(siblings)]);
}

function hasFailed(attempts: CaseAttempts): boolean {
  return (attempts.at(-1)?.findings.length ?? 0) > 0;
}

/** The key that says where an event comes from. */
const eventKey: Readonly<Record<SuiteCase['event']['kind'], string>> = {
  none: 'event',
  data: 'data',
  path: 'path',
  command: 'data-command',
  sample: 'event',
  source: 'event-source',
};

/** What is wrong with a case's event, at the line of the case where it names no other. */
function placedAtEvent(error: unknown, { event, origin }: SuiteCase): unknown {
  if (!(error instanceof UserError) || error.diagnostic.location !== undefined) return error;
  return new UserError({ ...error.diagnostic, location: origin.of([eventKey[event.kind]]) });
}
