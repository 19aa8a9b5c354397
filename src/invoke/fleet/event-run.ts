import type { AwsRequest, Json, Members } from '../../aws-gateway/aws-call.js';
import type { CallRecording } from '../../aws-gateway/run/call-recording.js';
import { EventCalls } from '../../aws-gateway/run/event-calls.js';
import type { AwsPlan } from '../../aws-gateway/run/plan.js';
import type { AnswerSource, PlannedAnswer, StreamedMembers } from '../../aws-gateway/server/session.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { recursiveInvocation, tooManyRequests } from '../../lambda/invoke-api/errors.js';
import { readFunctionReference } from '../../lambda/invoke-api/function-reference.js';
import {
  type InvocationType,
  type InvokeError,
  type InvokeRequest,
  qualifierOf,
  readInvokeRequest,
} from '../../lambda/invoke-api/invoke-request.js';
import { asyncRetries, maxInvocationsOfChain } from '../../lambda/limits.js';
import { requestUuid } from '../../process/random.js';
import { functionArn } from '../function-arn.js';
import type { SiblingInvocation } from '../result.js';
import { siblingFacts } from '../sibling-facts.js';
import { ChunkQueue } from './chunk-queue.js';
import { deliveriesOf, type NamedFunction } from './deliveries.js';
import { destinationRecord, type SettledInvocation } from './destination-record.js';
import { failedLater, loopFinding, runawayFinding } from './event-findings.js';
import type { FleetOutcome, FunctionFleet } from './function-fleet.js';
import { completeOf, lastOfLog, payloadOf } from './invoke-answer.js';
import { maxInvocationsOfEvent } from './limits.js';
import type { Afterwards, Caller, OnChunk, OpenEvent, SettledEvent } from './open-event.js';
import { PoolExhausted, type SandboxPool } from './sandbox-pool.js';
import type { Slots } from './slots.js';

/** What an event is worked on with. */
export interface EventRunParts {
  readonly fleet: FunctionFleet;
  readonly pool: SandboxPool;
  /** Whether the pool ends with the event. */
  readonly ownsPool: boolean;
  /** What invocations that nobody waits for wait for. */
  readonly later: Slots;
  /** How calls to AWS are answered, if a gateway stands between. */
  readonly plan: AwsPlan | undefined;
  /** The recording that it has in common with other events; by default it has one of its own. */
  readonly recording?: CallRecording | undefined;
  /** The account that the caller names. */
  readonly accountId: string | undefined;
}

/** An invocation that was asked for, checked, and may begin. */
export interface Work {
  readonly fn: LambdaFunction;
  readonly asked: InvokeRequest;
  readonly functionArn: string;
  readonly requestId: string;
  readonly caller: Caller;
}

/** The invocation is refused, as the Invoke API refuses it. */
class Refusal extends Error {
  readonly error: InvokeError;

  constructor(error: InvokeError) {
    super(error.message);
    this.error = error;
  }
}

/** One event, and all invocations that it causes. */
export class EventRun implements OpenEvent {
  readonly calls: EventCalls | undefined;
  readonly #parts: EventRunParts;
  readonly #siblings: SiblingInvocation[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #running = new Set<Promise<unknown>>();
  #count = 0;
  #isOver = false;

  /** @throws UserError where a cassette or a stub is wrong */
  constructor(parts: EventRunParts) {
    this.#parts = parts;
    this.calls = parts.plan === undefined ? undefined : new EventCalls(parts.plan, parts.recording);
  }

  siblingsOf(caller: Caller): AnswerSource | undefined {
    if (this.#parts.plan?.siblings !== true) return undefined;
    return (request) => this.answer(request, caller);
  }

  /**
   * Answers a request of the Invoke API.
   * @returns `undefined` where it is another request, or for a function that is none of the service's
   */
  async answer(request: AwsRequest, caller: Caller): Promise<PlannedAnswer | undefined> {
    const { operation, members } = request;
    if (request.service !== 'lambda' || !invoking.has(operation)) return undefined;
    const { FunctionName: name } = members;
    const reference = typeof name === 'string' ? readFunctionReference(name) : undefined;
    if (reference === undefined) return undefined;
    const requestId = requestUuid();
    const refused = ({ code, message, members }: InvokeError): PlannedAnswer => ({
      by: 'sibling',
      requestId,
      content: { error: { code, message, members: { Type: 'User', ...members } } },
    });
    try {
      const fn = await this.#parts.fleet.find(reference, caller.chain.length === 0);
      if (fn === undefined) return undefined;
      if (this.#isOver) return refused(tooLate);
      const asked = readInvokeRequest(members, operation === 'InvokeAsync');
      if ('code' in asked) return refused(asked);
      const qualifier = qualifierOf(reference, members);
      if (typeof qualifier === 'object') return refused(qualifier);
      const arn = functionArn(fn.name, fn.region, this.#parts.accountId);
      const work: Work = {
        fn,
        asked,
        functionArn: qualifier === undefined ? arn : `${arn}:${qualifier}`,
        requestId,
        caller,
      };
      const content = await this.#contentFor(operation, work, versionOf(qualifier));
      return { by: 'sibling', requestId, content };
    } catch (error) {
      if (error instanceof Refusal) return refused(error.error);
      if (error instanceof UserError) return refused(this.#unrunnable(reference.name, error));
      throw error;
    }
  }

  /**
   * Invokes a function of the service, and waits for it.
   * @throws UserError where it can't be run
   */
  invoke(work: Work, onChunk: OnChunk): Promise<FleetOutcome | InvokeError> {
    return this.#invoke(work, { attempt: 1, onChunk }).catch((error: unknown) => {
      if (error instanceof Refusal) return error.error;
      throw error;
    });
  }

  async settle(): Promise<SettledEvent> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
    const diagnostics = [...this.#diagnostics, ...((await this.calls?.end()) ?? [])];
    await this.close();
    return { siblings: this.#siblings, diagnostics };
  }

  async close(): Promise<void> {
    this.#isOver = true;
    if (this.#parts.ownsPool) await this.#parts.pool[Symbol.asyncDispose]();
  }

  async #contentFor(operation: string, work: Work, version: string): Promise<{ members: Members } | StreamedMembers> {
    const { type, wantsLog } = work.asked;
    if (type === 'DryRun') return { members: { StatusCode: 204 } };
    if (operation === 'InvokeWithResponseStream') return this.#streamed(work, version);
    if (type === 'Event') {
      if (this.#parts.later.waiting >= maxInvocationsOfEvent) throw new Refusal(tooManyRequests);
      this.#begin(() => this.#invokeLater(work));
      return { members: operation === 'InvokeAsync' ? { Status: 202 } : { StatusCode: 202 } };
    }
    const outcome = await this.#invoke(work, { attempt: 1 });
    const { payload, isError } = payloadOf(outcome.result);
    const log: Record<string, Json> = wantsLog ? { LogResult: lastOfLog(outcome.log) } : {};
    return {
      members: {
        StatusCode: 200,
        ExecutedVersion: version,
        ...(isError ? { FunctionError: 'Unhandled' } : {}),
        ...log,
        Payload: payload.toString('base64'),
      },
    };
  }

  /** A response as it comes. Until its beginning the invocation can still be refused. */
  async #streamed(work: Work, version: string): Promise<StreamedMembers> {
    const chunks = new ChunkQueue();
    let isStreamed = false;
    const outcome = this.#invoke(work, {
      attempt: 1,
      onChunk: (chunk) => {
        isStreamed = true;
        chunks.push(chunk);
      },
    });
    const ended = outcome.finally(() => chunks.end());
    await Promise.race([chunks.begun, ended]);
    async function* events(): AsyncGenerator<Members> {
      for await (const chunk of chunks) yield { PayloadChunk: { Payload: chunk.toString('base64') } };
      const { result, log } = await ended;
      const { payload, isError } = payloadOf(result);
      if (!isStreamed && !isError && payload.length > 0)
        yield { PayloadChunk: { Payload: payload.toString('base64') } };
      yield { InvokeComplete: completeOf(result, work.asked.wantsLog ? log : undefined) };
    }
    return { members: { StatusCode: 200, ExecutedVersion: version }, events: events() };
  }

  /** Runs an event that nobody waits for, and again where the function fails, with the same id. */
  async #invokeLater(work: Work): Promise<void> {
    const { fn, caller } = work;
    try {
      const settings = (await fn.asyncInvocations?.()) ?? {};
      const { retries = asyncRetries, onSuccess, onFailure } = settings;
      for (let attempts = 1; attempts <= 1 + retries; attempts++) {
        const taken = new Set<string>();
        const afterwards: Afterwards = async (result, deliver) => {
          if (result.status !== 'success' && attempts <= retries) return;
          const own = await this.#targetOf(result.status === 'success' ? onSuccess : onFailure);
          for (const { to, delivery } of deliveriesOf(settings, { ...work, attempts, result }, own)) {
            if (await deliver(delivery)) taken.add(to);
          }
        };
        const run = () => this.#invoke(work, { attempt: attempts, waits: true, afterwards });
        const { result } = await this.#parts.later.run(run);
        const isSuccess = result.status === 'success';
        if (!isSuccess && attempts <= retries) continue;
        const destination = isSuccess ? onSuccess : onFailure;
        const target = await this.#targetOf(destination);
        if (target !== undefined && this.calls === undefined) this.#tell(target.fn, work, { attempts, result });
        if (isSuccess) return;
        const isTold = this.calls === undefined || (destination !== undefined && taken.has(destination));
        const told = isTold ? target?.fn : undefined;
        this.#diagnostics.push(failedLater(fn, caller, { attempts, result, told, taken, settings }));
      }
    } catch (error) {
      if (error instanceof UserError) this.#unrunnable(fn.name, error);
      else if (!(error instanceof Refusal)) throw error;
    }
  }

  /** The function of the service that a destination is, and how Lambda invokes it. */
  async #targetOf(
    destination: string | undefined,
  ): Promise<(NamedFunction & { readonly fn: LambdaFunction }) | undefined> {
    if (destination === undefined) return undefined;
    // The keys of an assembly's functions are paths, which name nothing in AWS.
    const isKey = !destination.startsWith('arn:') && destination.includes('/');
    const reference = isKey ? { name: destination } : readFunctionReference(destination);
    const fn = reference === undefined ? undefined : await this.#parts.fleet.find(reference, true);
    if (fn === undefined) return undefined;
    const qualifier = reference?.qualifier === undefined ? '' : `:${reference.qualifier}`;
    const name = destination.startsWith('arn:') ? destination : `${fn.name}${qualifier}`;
    return { fn, name, region: fn.region };
  }

  /** Hands the record of an event to its destination where no gateway stands between: it is invoked without being waited for. */
  #tell(
    target: LambdaFunction,
    { fn, asked, functionArn: arn, requestId, caller }: Work,
    outcome: Pick<SettledInvocation, 'attempts' | 'result'>,
  ): void {
    const record = destinationRecord({ requestId, functionArn: arn, event: asked.payload, ...outcome });
    const work: Work = {
      fn: target,
      asked: { type: 'Event', wantsLog: false, payload: record },
      functionArn: functionArn(target.name, target.region, this.#parts.accountId),
      requestId: requestUuid(),
      caller: { ...caller, chain: [...caller.chain, fn.key] },
    };
    this.#begin(() => this.#invokeLater(work));
  }

  async #invoke(
    { fn, asked, functionArn: arn, requestId, caller }: Work,
    how: {
      readonly attempt: number;
      readonly onChunk?: OnChunk | undefined;
      readonly waits?: boolean;
      readonly afterwards?: Afterwards;
    },
  ): Promise<FleetOutcome> {
    const { fleet, pool, plan } = this.#parts;
    const { attempt, onChunk, waits = false, afterwards } = how;
    this.#admit(fn, caller);
    const chain = [...caller.chain, fn.key];
    const { clientContext, tenantId } = asked;
    const context = {
      requestId,
      functionArn: arn,
      ...(clientContext === undefined ? {} : { clientContext }),
      ...(tenantId === undefined ? {} : { tenantId }),
    };
    const place = {
      event: this,
      chain,
      traceRoot: caller.traceRoot,
      ...(onChunk === undefined ? {} : { onChunk }),
      ...(afterwards === undefined ? {} : { afterwards }),
    };
    const run = (): Promise<FleetOutcome> =>
      fleet.run(fn.key, { payload: asked.payload, context, place, plan, pool, waits }).catch((error: unknown) => {
        throw error instanceof PoolExhausted ? new Refusal(tooManyRequests) : error;
      });
    const outcome = await this.#begin(run);
    const { result } = outcome;
    this.#diagnostics.push(...(result.aws?.diagnostics ?? []));
    const calledBy = caller.chain.at(-1);
    if (calledBy !== undefined) {
      const type: Exclude<InvocationType, 'DryRun'> = asked.type === 'Event' ? 'Event' : 'RequestResponse';
      this.#siblings.push({ ...siblingFacts({ calledBy, type, attempt }, result), ...outcome });
    }
    return outcome;
  }

  /** @throws Refusal where a chain of invocations comes back to a function too often, or the event causes too many */
  #admit(fn: LambdaFunction, { chain }: Caller): void {
    if (chain.filter((key) => key === fn.key).length >= maxInvocationsOfChain) {
      this.#tellOnce(loopFinding(fn));
      throw new Refusal(recursiveInvocation);
    }
    this.#count += 1;
    if (this.#count <= maxInvocationsOfEvent) return;
    this.#tellOnce(runawayFinding);
    throw new Refusal(tooManyRequests);
  }

  #tellOnce(diagnostic: Diagnostic): void {
    if (!this.#diagnostics.some(({ message }) => message === diagnostic.message)) this.#diagnostics.push(diagnostic);
  }

  /** The function is there, and this machine or its configuration does not let it run: nothing can be said of the caller. */
  #unrunnable(name: string, { diagnostic }: UserError): InvokeError {
    this.#tellOnce(diagnostic);
    return {
      code: 'InvalidParameterValueException',
      message: `invoke-local can't run the function ${name}: ${diagnostic.message}`,
    };
  }

  /** Begins work that the event waits for before it ends. */
  #begin<Result>(work: () => Promise<Result>): Promise<Result> {
    const running = work();
    const settled = running.then(
      () => {},
      () => {},
    );
    this.#running.add(settled);
    void settled.then(() => this.#running.delete(settled));
    return running;
  }
}

/** The operations that invoke a function. */
const invoking: ReadonlySet<string> = new Set(['Invoke', 'InvokeAsync', 'InvokeWithResponseStream']);

const tooLate: InvokeError = {
  code: 'TooManyRequestsException',
  message: 'The event that this invocation belongs to is over.',
};

/** The version that a qualifier names; what an alias stands for only a deploy knows. */
function versionOf(qualifier: string | undefined): string {
  return qualifier !== undefined && /^\d+$/.test(qualifier) ? qualifier : '$LATEST';
}
