import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { CallsOutcome } from '../aws-gateway/run/calls-outcome.js';
import type { AwsPlan } from '../aws-gateway/run/plan.js';
import type { SandboxGateway } from '../aws-gateway/run/sandbox-gateway.js';
import type { Diagnostic, ReportDiagnostic } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';
import { RoomError } from '../lambda/containment/room-error.js';
import { layersInEnvironment } from '../lambda/environment/layer-paths.js';
import { logStreamName, traceHeader, traceRoot } from '../lambda/environment/log-names.js';
import { withOverrides } from '../lambda/environment/overrides.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { RuntimeApi } from '../lambda/runtime-api/runtime-api.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';
import { RuntimeNotFoundError } from '../lambda/sandbox/process/runtime-not-found.js';
import { Sandbox } from '../lambda/sandbox/sandbox.js';
import type { SandboxInvocation, SandboxOptions } from '../lambda/sandbox/sandbox-options.js';
import { leftBehind } from '../process/left-process.js';
import { containmentFacts } from './containment-facts.js';
import { wrapLaunches } from './exec-wrapper.js';
import { explainEnd } from './explain-end.js';
import type { Caller, EventPlace } from './fleet/open-event.js';
import { functionArn } from './function-arn.js';
import type { FunctionParts } from './function-parts.js';
import type { SandboxHooks } from './hooks.js';
import { withImagePackages } from './image-packages.js';
import type { InvocationInput } from './input.js';
import { interpreterOf, noUsableInterpreter, versionMismatch } from './interpreter-advice.js';
import { launchesOf } from './launches/launches-of.js';
import { asPlaced } from './original-paths.js';
import type { PermissionAudit } from './permission-audit.js';
import type { ResolvedInvocation } from './resolved-invocation.js';
import type { InvocationResult } from './result.js';
import { toResult } from './to-result.js';
import type { WaitingLines } from './waiting-lines.js';

/** The settings that the invocations of one sandbox share. */
export interface SandboxSettings {
  /** Further variables of the handler, which override the configured ones. */
  readonly variables: Readonly<Record<string, string>>;
  /** Overrides the function's own. */
  readonly timeoutMs?: number;
  /** Whether only one event is expected. A second one would still be served. */
  readonly isForOneInvocation?: boolean;
  /** Whether its calls to AWS go through the gateway: to AWS, or nowhere (`offline`). */
  readonly gateway?: 'online' | 'offline' | undefined;
  /** Whether other functions that its own invokes get sandboxes for one event only. */
  readonly hasOwnSiblings?: boolean;
}

/** What stands between a sandbox and AWS, and what judges its calls. */
interface SandboxCalls {
  readonly gateway: SandboxGateway | undefined;
  readonly audit: PermissionAudit | undefined;
}

/** @param environment the handler's, as it would be without a gateway */
async function openCalls(
  parts: FunctionParts,
  settings: SandboxSettings,
  environment: Readonly<Record<string, string>>,
): Promise<SandboxCalls> {
  if (settings.gateway === undefined) return { gateway: undefined, audit: undefined };
  const { permissions, request } = parts;
  const mode = request.permissions;
  const audit =
    permissions === undefined || mode === undefined
      ? undefined
      : await (await import('./permission-audit.js')).openPermissionAudit({
          ...parts,
          permissions,
          mode,
          failsOnDenied: request.failOnDenied ?? true,
          environment,
        });
  const { openFunctionGateway } = await import('./function-gateway.js');
  return {
    gateway: await openFunctionGateway(parts, environment, settings.gateway === 'offline', audit),
    audit,
  };
}

const streamVariable = 'AWS_LAMBDA_LOG_STREAM_NAME';

/** The settings that no other sandbox has: the name of its log stream, unless it is given. */
function ownSettings(
  { variables }: SandboxSettings,
  environment: Readonly<Record<string, string>>,
): Pick<SandboxOptions, 'ownSettings'> {
  const stream = environment[streamVariable];
  return stream === undefined || streamVariable in variables ? {} : { ownSettings: [`${streamVariable}=${stream}`] };
}

/** A sandbox of a prepared function: cold until its first event, warm after it. */
export class FunctionSandbox implements AsyncDisposable {
  /** What is run, and how. */
  readonly resolved: ResolvedInvocation;
  readonly #parts: FunctionParts;
  readonly #hooks: SandboxHooks;
  readonly #sandbox: Sandbox;
  readonly #gateway: SandboxGateway | undefined;
  readonly #audit: PermissionAudit | undefined;
  readonly #hasOwnSiblings: boolean;
  #waitingLines: WaitingLines | undefined;
  /** Whether calls to AWS were seen, or it was said why none is. */
  #hasCalled = false;
  /** What to do once the process of an invocation is starting. */
  #onStarting: () => void = () => {};
  /** What to do once the runtime has the event of an invocation. */
  #onDispatched: () => void = () => {};

  private constructor(
    parts: FunctionParts,
    resolved: ResolvedInvocation,
    { isForOneInvocation = false, hasOwnSiblings = false }: SandboxSettings,
    hooks: SandboxHooks,
    api: RuntimeApi,
    more: Pick<SandboxOptions, 'room' | 'reaches' | 'packages' | 'ownSettings'>,
    { gateway, audit }: SandboxCalls,
  ) {
    this.#gateway = gateway;
    this.#audit = audit;
    this.#hasOwnSiblings = hasOwnSiblings;
    this.#parts = parts;
    this.resolved = resolved;
    this.#hooks = hooks;
    const onStarting = (): void => this.#onStarting();
    const onDispatched = (): void => this.#onDispatched();
    const options = {
      ...sandboxOptions(parts, resolved, hooks, more.room),
      ...more,
      isForOneInvocation,
      onStarting,
      onDispatched,
    };
    this.#sandbox = new Sandbox(options, api);
    if (gateway === undefined) return;
    gateway.admits = (socket) => this.#mayCall(socket);
    gateway.findLine = async (call, locate) => {
      const { WaitingLines } = await import('./waiting-lines.js');
      this.#waitingLines ??= new WaitingLines();
      return this.#waitingLines.find(this.#sandbox.pids, call, locate);
    };
  }

  /**
   * Finds out how the function's runtime is started; its process starts with the first invocation.
   * @param listening a Runtime API that the sandbox owns from then on; by default a new one
   * @throws UserError if nothing on this machine can run it, or a variable can't be set
   */
  static async open(
    parts: FunctionParts,
    settings: SandboxSettings,
    hooks: SandboxHooks,
    listening?: Promise<RuntimeApi>,
  ): Promise<FunctionSandbox> {
    const { placed } = parts;
    const stream = { [streamVariable]: logStreamName(new Date()) };
    const own = withOverrides({ ...parts.environment, ...stream }, settings.variables, layersInEnvironment(placed));
    const calls = await openCalls(parts, settings, own);
    const { gateway } = calls;
    try {
      return await FunctionSandbox.#openWith(parts, settings, hooks, gateway?.environment ?? own, calls, listening);
    } catch (error) {
      await gateway?.[Symbol.asyncDispose]();
      throw error;
    }
  }

  static async #openWith(
    parts: FunctionParts,
    settings: SandboxSettings,
    hooks: SandboxHooks,
    environment: Readonly<Record<string, string>>,
    calls: SandboxCalls,
    listening: Promise<RuntimeApi> | undefined,
  ): Promise<FunctionSandbox> {
    const { function: declared, placed, request, compiled, credentials } = parts;
    const { timeoutMs } = settings;
    const fn = timeoutMs === undefined ? declared : withTimeout(declared, timeoutMs);
    const { runtimes } = parts.hooks.installation;
    const found = await launchesOf({
      function: fn,
      placed,
      request,
      environment,
      runtimes,
      compiled,
      coverage: parts.coverage?.folder,
      gateway: calls.gateway?.route,
    });
    const { launches: wrapped, notice } = await wrapLaunches(found, fn, environment, placed);
    const { launches, packages } = withImagePackages(parts, { found: found[0], wrapped }, hooks.report);
    if (notice !== undefined) hooks.report(notice);
    const resolved: ResolvedInvocation = {
      function: fn,
      containment: parts.containment,
      taskRoot: placed.taskRoot,
      environment,
      launches,
      ...(found[0].entrypoint === undefined ? { interpreter: found[0].command } : {}),
      ...(credentials === undefined ? {} : { credentials }),
    };
    const room = await roomOf(parts, resolved, calls.gateway);
    const more = {
      ...room,
      ...ownSettings(settings, environment),
      ...(packages === undefined ? {} : { packages }),
    };
    const api = await (listening ?? RuntimeApi.listen());
    return new FunctionSandbox(parts, resolved, settings, hooks, api, more, calls);
  }

  /** Whether the next event will find a warm process. */
  get isWarm(): boolean {
    return this.#sandbox.isWarm;
  }

  /**
   * Invokes the function with one event, cold or warm, once those before it are done.
   * @param plan how its calls to AWS are answered, for a sandbox with a gateway
   * @param place where the invocation stands in the work on an event that another one began
   * @throws UserError if no interpreter could be started, the event is not valid, or a file of calls to AWS is wrong
   * @throws the signal's reason where it was aborted
   */
  async invoke(
    input: Pick<InvocationInput, 'payload' | 'context'>,
    plan?: AwsPlan,
    place?: EventPlace,
  ): Promise<InvocationResult> {
    if (place !== undefined) return this.#invoke(input, place);
    const caller = { chain: [this.resolved.function.key], traceRoot: traceRoot(new Date()) };
    if (plan === undefined || this.#gateway === undefined) return this.#invoke(input, caller);
    const event = await this.#parts.openEvent(plan, this.#hasOwnSiblings);
    try {
      const result = await this.#invoke(input, { ...caller, event });
      const { siblings, diagnostics } = await event.settle();
      const { aws } = result;
      return {
        ...result,
        ...(siblings.length === 0 ? {} : { siblings }),
        ...(aws === undefined ? {} : { aws: { ...aws, diagnostics: [...diagnostics, ...aws.diagnostics] } }),
      };
    } finally {
      await event.close();
    }
  }

  async #invoke(
    { payload, context }: Pick<InvocationInput, 'payload' | 'context'>,
    { event, onChunk, afterwards, ...caller }: Caller & Partial<EventPlace>,
  ): Promise<InvocationResult> {
    const { placed, findings, parity } = this.#parts;
    const { function: fn, launches } = this.resolved;
    // The configuration is checked while there is nothing else to do: a runtime starts, or it has the event.
    this.#onStarting = () => {
      payload();
      if (this.#hooks.forerunner?.isAdopted !== true) findings.begin();
      this.#hooks.onSandboxStarting?.();
    };
    this.#onDispatched = () => {
      this.#hooks.onDispatched?.();
      findings.begin();
      parity?.begin();
    };
    if (event?.calls !== undefined) this.#gateway?.begin(event.calls, event.siblingsOf(caller));
    const outcome = await this.#run({
      ...context,
      event: payload,
      traceId: traceHeader(new Date(), caller.traceRoot),
      ...(onChunk === undefined ? {} : { onChunk }),
    });
    for (const diagnostic of await findings.take()) this.#hooks.report(diagnostic);
    if (outcome.loaded !== undefined) await parity?.check(outcome.loaded, this.#hooks.report);
    const explanation =
      (await this.#explainHidden(outcome)) ??
      (await this.#explainNetwork(outcome)) ??
      (await explainEnd(fn, launches[0], placed.taskRoot, asPlaced(outcome, placed)));
    const isGiven = this.#parts.request.interpreter !== undefined;
    const mismatch = await versionMismatch(fn, interpreterOf(outcome), isGiven);
    if (mismatch !== undefined) this.#hooks.report(mismatch);
    const explain = outcome.status === 'success' ? undefined : this.#hooks.onExplained;
    if (explanation !== undefined) (explain ?? this.#hooks.report)(explanation);
    if (process.platform !== 'linux' && outcome.status === 'success') {
      const { passesOnlyHere } = await import('./passes-only-here.js');
      const findings = await passesOnlyHere(fn, placed.taskRoot, outcome.maxMemoryUsedMiB);
      for (const diagnostic of findings) this.#hooks.report(diagnostic);
    }
    const containment = containmentFacts(this.#parts.containment);
    const result = { ...(await toResult(fn, placed, payload(), outcome)), containment };
    const gateway = this.#gateway;
    if (event?.calls !== undefined && gateway !== undefined) {
      await afterwards?.(result, (delivery) => gateway.deliver(delivery));
    }
    const seen = event?.calls === undefined ? undefined : await this.#gateway?.end();
    if (seen === undefined) return result;
    const calls = { ...seen, diagnostics: [...seen.diagnostics, ...(await this.#unseenSdk(seen, outcome))] };
    const audited = await this.#audit?.end(calls.calls);
    if (audited === undefined) return { ...result, aws: calls };
    const lines: CallsOutcome['lines'] = (about) => seen.lines(about, audited.told);
    const diagnostics = [...calls.diagnostics, ...audited.findings];
    return { ...result, aws: { ...calls, lines, audit: audited.audit, diagnostics } };
  }

  /** Whether whoever has connected to the gateway may make calls in the function's name: another process could use its credentials. */
  #mayCall(socket: Socket): boolean {
    const peer = this.#sandbox.peerOf(socket);
    if (peer.kind === 'own' || peer.kind === 'unknown') return true;
    const who = foreignName(peer.kind === 'foreign' ? peer.pid : undefined);
    this.#hooks.onDetail?.(`a call to AWS was refused by the gateway: it came from ${who}`);
    return false;
  }

  /** An SDK that goes past the gateway, of a function of which no call was seen. It is looked for once. */
  async #unseenSdk({ calls }: CallsOutcome, { loaded }: SandboxOutcome): Promise<readonly Diagnostic[]> {
    this.#hasCalled ||= calls.length > 0;
    if (this.#hasCalled) return [];
    const { unseenSdk } = await import('./unseen-sdk.js');
    const { placed } = this.#parts;
    const found = await unseenSdk({ function: this.resolved.function, placed, loaded: loaded?.files ?? [] });
    this.#hasCalled = found !== undefined;
    return found === undefined ? [] : [found];
  }

  /** What a function does not find because it has nothing but its package. */
  async #explainHidden(outcome: SandboxOutcome): Promise<Diagnostic | undefined> {
    if (this.#parts.request.packageMode !== 'enforce' || outcome.status === 'success') return undefined;
    const { explainHidden } = await import('./parity/explain-hidden.js');
    return explainHidden(this.#parts, outcome);
  }

  /** What a function does not reach because it has no network. */
  async #explainNetwork(outcome: SandboxOutcome): Promise<Diagnostic | undefined> {
    if (this.#parts.request.network !== 'none' || outcome.status === 'success') return undefined;
    const { explainNoNetwork } = await import('./explain-no-network.js');
    return explainNoNetwork(this.resolved.function, outcome, this.#gateway !== undefined);
  }

  /** Ends the runtime, and everything that it started. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#sandbox[Symbol.asyncDispose]();
    this.#waitingLines?.[Symbol.dispose]();
    await this.#gateway?.[Symbol.asyncDispose]();
  }

  /** Runs one invocation. The signal ends it, with everything that it started. */
  async #run(invocation: SandboxInvocation): Promise<SandboxOutcome> {
    const { signal } = this.#parts.hooks;
    const stop = (): void => void this.#sandbox.stop();
    signal.throwIfAborted();
    // As many invocations wait for the one signal as run at a time: Node.js takes more than ten for a leak.
    setMaxListeners(Number.POSITIVE_INFINITY, signal);
    signal.addEventListener('abort', stop);
    try {
      const outcome = await this.#sandbox.invoke(invocation);
      signal.throwIfAborted();
      return outcome;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof RoomError) throw roomFailed(error);
      throw error instanceof RuntimeNotFoundError ? await noUsableInterpreter(this.resolved.function, error) : error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

/** A function with another timeout than its own, whose place in the configuration therefore tells nothing of it. */
function withTimeout(fn: LambdaFunction, timeoutMs: number): LambdaFunction {
  return { ...fn, timeoutMs, origin: async (key) => (key === 'timeout' ? undefined : fn.origin(key)) };
}

/** The room of a function that is contained. */
async function roomOf(
  parts: FunctionParts,
  resolved: ResolvedInvocation,
  gateway: SandboxGateway | undefined,
): Promise<Pick<SandboxOptions, 'room' | 'reaches'>> {
  const { containment } = parts;
  if (containment.kind === 'none') return {};
  const { functionRoom, roomContents } = await import('./function-room.js');
  const room = functionRoom(containment, roomContents(parts, resolved));
  return { room, ...(containment.withoutNetwork ? { reaches: gateway === undefined ? [] : [gateway.server] } : {}) };
}

function roomFailed({ reason }: RoomError): UserError {
  return new UserError({
    code: 'containment-failed',
    message: `The function could not be contained: ${reason}.`,
    hint: 'Set `isolate` to `false` to run it without containment.',
  });
}

function sandboxOptions(
  { placed, accountId, request }: FunctionParts,
  { function: fn, launches, environment, taskRoot }: ResolvedInvocation,
  { logs, report, forerunner, onDetail }: SandboxHooks,
  room: SandboxOptions['room'],
): SandboxOptions {
  return {
    candidates: launches,
    environment,
    workingDirectory: placed.seen?.taskRoot ?? taskRoot,
    timeoutMs: fn.timeoutMs,
    memorySizeMiB: fn.memorySizeMiB,
    runtime: fn.runtime,
    logging: fn.logging,
    functionArn: functionArn(fn.name, fn.region, accountId),
    logs,
    onLeft: (left) => report(leftBehind(left, 'the function')),
    onForeign: (pid) => onDetail?.(`a request to the Runtime API was refused: it came from ${foreignName(pid)}`),
    ...(placed.layerRoot === undefined || request.extensions === false
      ? {}
      : externalExtensions(fn, placed.layerRoot, report, room)),
    ...(forerunner === undefined ? {} : { forerunner }),
  };
}

function foreignName(pid: number | undefined): string {
  return pid === undefined
    ? 'a process that has ended since'
    : `the process ${pid}, which does not belong to the function`;
}

/** Where the external extensions of the layers are, if they have any. */
function externalExtensions(
  { architecture }: LambdaFunction,
  layerRoot: string,
  report: ReportDiagnostic,
  room: SandboxOptions['room'],
): Pick<SandboxOptions, 'extensions'> {
  const folder = join(layerRoot, 'extensions');
  if (!existsSync(folder)) return {};
  const programs = room?.layout.links?.map(({ path }) => path) ?? [];
  return { extensions: { folder, architecture, report, programs } };
}
