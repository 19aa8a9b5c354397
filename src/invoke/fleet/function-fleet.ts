import type { AwsPlan } from '../../aws-gateway/run/plan.js';
import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { FunctionReference } from '../../lambda/invoke-api/function-reference.js';
import { mockedAccountId } from '../../lambda/limits.js';
import type { LogSink } from '../../lambda/platform-log/log-sink.js';
import type { Service } from '../../service/service.js';
import { BoundedLog, type TakenLog } from '../bounded-log.js';
import { gatewayOf } from '../cassette-of.js';
import type { InvocationInput } from '../input.js';
import type { PreparedFunction } from '../prepared-function.js';
import type { InvocationResult } from '../result.js';
import type { EventPlace } from './open-event.js';
import type { SandboxPool } from './sandbox-pool.js';

/** The project whose functions are run. */
export interface FleetProject {
  readonly service: Pick<Service, 'load' | 'accountId'>;
  prepare(name: string): Promise<PreparedFunction>;
}

/** How the functions of a fleet are found and run. */
export interface FleetOptions {
  readonly report: ReportDiagnostic;
  /** Takes the log of a function as it comes, beside what is kept of it. */
  readonly logOf?: (fn: LambdaFunction) => LogSink;
  /** Called with what each invocation gave. */
  readonly onResult?: (result: InvocationResult) => void;
}

/** What one invocation of a fleet's function gave. */
export interface FleetOutcome {
  readonly result: InvocationResult;
  readonly log: TakenLog;
}

/** What an invocation is made with. */
export interface FleetInvocation {
  readonly payload: Buffer;
  readonly context: InvocationInput['context'];
  readonly place: EventPlace;
  readonly plan: AwsPlan | undefined;
  /** Where its sandbox comes from, and goes back to. */
  readonly pool: SandboxPool;
  /** Whether it waits until it may run. */
  readonly waits: boolean;
}

/** The functions of a service, each prepared when it is first invoked, and once. Disposing of it ends them. */
export class FunctionFleet implements AsyncDisposable {
  readonly #project: FleetProject;
  readonly #options: FleetOptions;
  readonly #found = new Map<string, Promise<LambdaFunction | undefined>>();
  readonly #prepared = new Map<string, Promise<PreparedFunction>>();

  constructor(project: FleetProject, options: FleetOptions) {
    this.#project = project;
    this.#options = options;
  }

  /**
   * The function of the service that a reference names, where it names one.
   * @param takesKey whether it may be named by its key, too, rather than only as it is called in AWS
   * @throws UserError where there is one, and its configuration is wrong
   */
  async find(reference: FunctionReference, takesKey = false): Promise<LambdaFunction | undefined> {
    const { name, region, account } = reference;
    const found = this.#found.get(name) ?? this.#load(name);
    this.#found.set(name, found);
    const fn = await found;
    if (fn === undefined) return undefined;
    // The name that one has here, where only a deploy gives it one, finds nothing in the configuration.
    this.#found.set(fn.name, found);
    const isNamed = fn.name === name || (takesKey && fn.key === name);
    const isHere = region === undefined || region === fn.region;
    return isNamed && isHere && this.#isOwnAccount(account) ? fn : undefined;
  }

  /**
   * Gets a function ready.
   * @throws UserError where something that it needs is wrong
   */
  prepare(key: string): Promise<PreparedFunction> {
    const prepared = this.#prepared.get(key) ?? this.#project.prepare(key);
    this.#prepared.set(key, prepared);
    return prepared;
  }

  /**
   * Invokes a function in a sandbox of the pool.
   * @throws UserError where it can't be run
   * @throws PoolExhausted where too many run, and it does not wait
   */
  async run(key: string, { payload, context, place, plan, pool, waits }: FleetInvocation): Promise<FleetOutcome> {
    const prepared = await this.prepare(key);
    const gateway = plan === undefined ? undefined : gatewayOf(plan);
    const open = async () => {
      const log = new BoundedLog();
      const logs = teed(log, this.#options.logOf?.(prepared.function));
      const sandbox = await prepared.openSandbox({ variables: {}, gateway }, { report: this.#options.report, logs });
      return { key: `${key} ${gateway}`, sandbox, log };
    };
    const pooled = await pool.lease(`${key} ${gateway}`, open, waits);
    try {
      pooled.log.take();
      const result = await pooled.sandbox.invoke({ payload: () => payload, context }, plan, place);
      this.#options.onResult?.(result);
      return { result, log: pooled.log.take() };
    } finally {
      pool.giveBack(pooled);
    }
  }

  /** Removes what was made for the functions, once all of their sandboxes have ended. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const settled of await Promise.allSettled(this.#prepared.values())) {
      if (settled.status === 'fulfilled') await settled.value[Symbol.asyncDispose]();
    }
  }

  async #load(name: string): Promise<LambdaFunction | undefined> {
    try {
      return await this.#project.service.load(name, 'all');
    } catch (error) {
      if (error instanceof UserError && error.diagnostic.code === 'function-unknown') return undefined;
      throw error;
    }
  }

  /** Whether an ARN's account is the service's. Where nobody says which that is, it may be any. */
  #isOwnAccount(account: string | undefined): boolean {
    const { accountId } = this.#project.service;
    return account === undefined || accountId === undefined || account === accountId || account === mockedAccountId;
  }
}

/** Writes a log to two places, the second of which may be missing. */
function teed(first: LogSink, second: LogSink | undefined): LogSink {
  if (second === undefined) return first;
  return {
    write(chunk, source) {
      void first.write(chunk, source);
      return second.write(chunk, source);
    },
  };
}
