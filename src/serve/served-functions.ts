import type { AwsRequest } from '../aws-gateway/aws-call.js';
import { CallRecording } from '../aws-gateway/run/call-recording.js';
import type { AwsAsk, AwsPlan } from '../aws-gateway/run/plan.js';
import type { PlannedAnswer } from '../aws-gateway/server/session.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';
import { cassetteOf } from '../invoke/cassette-of.js';
import { EventRun } from '../invoke/fleet/event-run.js';
import { type FleetOutcome, FunctionFleet } from '../invoke/fleet/function-fleet.js';
import type { OnChunk } from '../invoke/fleet/open-event.js';
import { SandboxPool } from '../invoke/fleet/sandbox-pool.js';
import { Slots } from '../invoke/fleet/slots.js';
import { functionArn } from '../invoke/function-arn.js';
import type { ProjectHooks } from '../invoke/hooks.js';
import type { OpenProject } from '../invoke/open-project.js';
import { traceRoot } from '../lambda/environment/log-names.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { readFunctionReference } from '../lambda/invoke-api/function-reference.js';
import type { InvokeError } from '../lambda/invoke-api/invoke-request.js';
import type { LogSink } from '../lambda/platform-log/log-sink.js';

/** What is served, and how. */
export interface ServedOptions {
  readonly project: OpenProject;
  readonly hooks: Pick<ProjectHooks, 'report' | 'onCalls'>;
  /** How many invocations run at a time. */
  readonly concurrency: number;
  /** What the caller says of calls to AWS. */
  readonly ask: AwsAsk | undefined;
  readonly logOf: (fn: LambdaFunction) => LogSink;
}

/** The functions of a project, for those who ask from outside. Each request is an event of its own. */
export class ServedFunctions implements AsyncDisposable {
  readonly #options: ServedOptions;
  readonly #fleet: FunctionFleet;
  readonly #pool: SandboxPool;
  readonly #later: Slots;
  readonly #running = new Set<Promise<void>>();
  /** By their cassettes. */
  readonly #recordings = new Map<string, CallRecording>();

  constructor(options: ServedOptions) {
    const { project, hooks, concurrency, logOf } = options;
    this.#options = options;
    this.#fleet = new FunctionFleet(project, {
      report: hooks.report,
      logOf,
      onResult: ({ function: fn, aws }) => {
        if (aws !== undefined) hooks.onCalls?.(aws, { function: fn.key });
      },
    });
    this.#pool = new SandboxPool(concurrency);
    this.#later = new Slots(concurrency);
  }

  /** Answers a request of the Invoke API; `undefined` where it is for a function that is not there, or is none. */
  readonly answer = async (request: AwsRequest): Promise<PlannedAnswer | undefined> => {
    const { FunctionName: name } = request.members;
    const reference = typeof name === 'string' ? readFunctionReference(name) : undefined;
    if (reference === undefined) return undefined;
    let event: EventRun;
    try {
      const fn = await this.#fleet.find(reference, true);
      if (fn === undefined) return undefined;
      event = this.#open(await this.#planOf(fn));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#options.hooks.report(error.diagnostic);
      const message = `invoke-local can't run the function ${reference.name}: ${error.message}`;
      return { by: 'sibling', content: { error: { code: 'InvalidParameterValueException', message } } };
    }
    try {
      return await event.answer(request, { chain: [], traceRoot: traceRoot(new Date()) });
    } finally {
      this.#settle(event);
    }
  };

  /** The function of a name, by its key or as it is called in AWS. @throws UserError where its configuration is wrong */
  find(name: string): Promise<LambdaFunction | undefined> {
    return this.#fleet.find({ name }, true);
  }

  /**
   * Invokes a function with an event, and waits for it.
   * @returns an error of the Invoke API where it is refused
   * @throws UserError where it can't be run
   */
  async invoke(
    fn: LambdaFunction,
    event: Buffer,
    requestId: string,
    onChunk: OnChunk,
  ): Promise<FleetOutcome | InvokeError> {
    const run = this.#open(await this.#planOf(fn));
    try {
      const work = {
        fn,
        requestId,
        asked: { type: 'RequestResponse', wantsLog: false, payload: event },
        functionArn: functionArn(fn.name, fn.region, this.#options.project.service.accountId),
        caller: { chain: [], traceRoot: traceRoot(new Date()) },
      } as const;
      return await run.invoke(work, onChunk);
    } finally {
      this.#settle(run);
    }
  }

  /** Ends all sandboxes, and writes what was recorded. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool[Symbol.asyncDispose]();
    await Promise.allSettled(this.#running);
    await this.#fleet[Symbol.asyncDispose]();
    for (const recording of this.#recordings.values()) await this.#tell(async () => recording.end());
  }

  /** @throws UserError where a file of calls to AWS is wrong */
  #open(plan: AwsPlan | undefined): EventRun {
    return new EventRun({
      fleet: this.#fleet,
      pool: this.#pool,
      ownsPool: false,
      later: this.#later,
      plan,
      recording: this.#recordingOf(plan),
      accountId: this.#options.project.service.accountId,
    });
  }

  /** The recording of a cassette, which goes on from event to event. @throws UserError where it can't be read */
  #recordingOf(plan: AwsPlan | undefined): CallRecording | undefined {
    if (plan === undefined || (plan.mode !== 'record' && plan.mode !== 'replay')) return undefined;
    const found = this.#recordings.get(plan.cassette) ?? new CallRecording(plan, true);
    this.#recordings.set(plan.cassette, found);
    return found;
  }

  /** @throws UserError where its calls can't be answered as they are asked to be */
  async #planOf(fn: LambdaFunction): Promise<AwsPlan | undefined> {
    const prepared = await this.#fleet.prepare(fn.key).catch((error: unknown) => {
      // The event's own work comes to the same error, and tells it.
      if (error instanceof UserError) return undefined;
      throw error;
    });
    return prepared?.planCalls(this.#options.ask, cassetteOf(prepared.function, { raw: false }));
  }

  /** Waits for what the event has caused, and tells of it, while others are answered. */
  #settle(event: EventRun): void {
    const settled = this.#tell(async () => (await event.settle()).diagnostics);
    this.#running.add(settled);
    void settled.then(() => this.#running.delete(settled));
  }

  /** Reports what something has to say at its end, or why it could not end well. */
  async #tell(end: () => Promise<readonly Diagnostic[]>): Promise<void> {
    const { report } = this.#options.hooks;
    try {
      for (const diagnostic of await end()) report(diagnostic);
    } catch (error) {
      report(error instanceof UserError ? error.diagnostic : defect(error));
    }
  }
}

function defect(error: unknown): Diagnostic {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { severity: 'error', code: 'defect', message: `A defect of invoke-local: ${what}` };
}
