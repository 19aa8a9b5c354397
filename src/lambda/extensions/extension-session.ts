import type { ServerResponse } from 'node:http';
import { deferred } from '../../process/deferred.js';
import type { ReportLeft } from '../../process/left-process.js';
import { settlesWithin } from '../../process/settles-within.js';
import type { Room } from '../containment/room.js';
import type { ProcessEnd } from '../errors.js';
import { maxExtensions } from '../extensions-api/errors.js';
import type { ShutdownReason } from '../extensions-api/events.js';
import type { Extension } from '../extensions-api/extension.js';
import { ExtensionsApi } from '../extensions-api/extensions-api.js';
import type { FunctionMetadata } from '../extensions-api/register.js';
import type { LogSink } from '../platform-log/log-sink.js';
import type { ApiRequest } from '../runtime-api/exchange.js';
import { RuntimeProcess } from '../sandbox/process/runtime-process.js';
import { adviseOnFailure } from './advise-on-failure.js';
import { extensionEnvironment } from './extension-environment.js';
import type { ExtensionStatus } from './extension-status.js';
import { type ExtensionFailure, extensionFailure } from './failure.js';
import { type ExtensionFile, type ExtensionSource, findExtensions } from './find-extensions.js';
import { WholeLines } from './whole-lines.js';

/**
 * How long the shutdown phase may take at most, in ms: with external extensions, and with internal ones alone (developer guide,
 * "Understanding the Lambda execution environment lifecycle").
 */
const externalShutdownMs = 2_000;
const internalShutdownMs = 500;

/** The share of the shutdown phase that the runtime may use before the extensions get theirs (RIE `rapid/shutdown.go`). */
const runtimeShare = 0.3;

/** What the extensions of an execution environment are started with. */
export interface ExtensionSessionOptions {
  readonly functionArn: string;
  /** The whole environment of the runtime. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logs: LogSink;
  /** Takes the processes that could not be ended. */
  readonly onLeft?: ReportLeft | undefined;
  /** What contains their processes, if something does. */
  readonly room?: Room | undefined;
  /** Where external extensions are, if there may be any. */
  readonly source?: ExtensionSource;
}

/** One external extension that was started. */
interface Started {
  readonly extension: Extension;
  readonly process: RuntimeProcess;
  readonly lines: WholeLines;
}

/** The extensions of one execution environment, from before the runtime's start until none of their processes is left. */
export class ExtensionSession {
  readonly #options: ExtensionSessionOptions;
  readonly #api: ExtensionsApi;
  readonly #started: Started[] = [];
  readonly #failure = deferred<ExtensionFailure>();
  readonly #killed = deferred<void>();
  #failed = false;
  #isEnding = false;

  constructor(options: ExtensionSessionOptions) {
    this.#options = options;
    this.#api = new ExtensionsApi(functionMetadata(options));
  }

  /** The first failure of an extension. It never settles if none fails. */
  get failure(): Promise<ExtensionFailure> {
    return this.#failure.promise;
  }

  get hasFailed(): boolean {
    return this.#failed;
  }

  /** The processes of the external extensions. */
  get pids(): number[] {
    return this.#started.flatMap(({ process }) => process.pid ?? []);
  }

  /** The processes that were started for them, which are these or their forebears. */
  get rootPids(): number[] {
    return this.#started.flatMap(({ process }) => process.rootPid ?? []);
  }

  get hasExternal(): boolean {
    return this.#started.length > 0;
  }

  /** What Lambda logs of the extensions at the end of an init phase. */
  get statuses(): ExtensionStatus[] {
    return this.#api.registry.all.map(({ name, state, events, errorType }) => ({
      name,
      state,
      events,
      ...(errorType === undefined ? {} : { errorType }),
    }));
  }

  /** Answers a request of the Extensions API. @returns whether an external extension has sent it */
  async handle(request: ApiRequest, response: ServerResponse, path: string): Promise<boolean> {
    return (await this.#api.handle(request, response, path))?.kind === 'external';
  }

  /** Starts the external extensions, and waits until each of them has registered. Where one fails, {@link failure} says so. */
  async start(): Promise<void> {
    const { source, environment } = this.#options;
    if (source === undefined) return;
    for (const file of findExtensions(source, environment['PATH'] ?? '')) {
      const extension = this.#api.registry.addExternal(file.name);
      if (this.#api.registry.all.length <= maxExtensions) this.#launch(extension, file);
      else return this.#refuse(extension);
    }
    const { registry } = this.#api;
    await registry.until(() => registry.externals.every(({ state }) => state !== 'Started'));
  }

  /** Marks the runtime as initialized, and waits until every extension is. */
  async initialized(): Promise<void> {
    this.#api.registry.close();
    await this.#api.idle(this.#api.registry.all);
  }

  /** Tells extensions of an invocation. */
  invoke(invocation: Parameters<ExtensionsApi['invoke']>[0]): void {
    this.#api.invoke(invocation);
  }

  /** Waits until the extensions are done with the invocation. */
  idle(): Promise<void> {
    return this.#api.idle();
  }

  /** Says which extensions have not registered in the time that the init had. */
  reportUnregistered(): void {
    const { externals } = this.#api.registry;
    this.#reportLate(
      externals.filter(({ state }) => state === 'Started'),
      (names) =>
        `The init ran out of time before extensions had registered: ${names}. The runtime is started after that.`,
      'See why the extension does not register, or leave its layer out here.',
    );
  }

  /** Says which extensions have not asked for their first event in the time that the init had. */
  reportUninitialized(): void {
    this.#reportLate(
      this.#api.registry.all.filter(({ state }) => state !== 'Ready'),
      (names) => `The runtime was ready, but the init ran out of time before extensions were: ${names}.`,
      'See why the extension does not ask for the next event, or leave its layer out here.',
    );
  }

  /** Says which extensions were not done with an invocation in time. */
  reportBusy(): void {
    this.#reportLate(
      this.#api.registry.subscribed('INVOKE').filter(({ state }) => state !== 'Ready'),
      (names) =>
        `The function has answered, but extensions were not done within its timeout: ${names}. Lambda stops the environment then.`,
      'Raise the timeout of the function, or see why the extension does not ask for the next event.',
    );
  }

  /**
   * Ends the environment as Lambda does: the runtime gets a SIGTERM and some time to end, then the extensions registered for
   * `SHUTDOWN` are told and have the rest of the time. Extensions that are not registered for it, and processes still there
   * at the end, are killed. Without extensions everything is killed at once.
   */
  async shutdown(reason: ShutdownReason, runtime: RuntimeProcess | undefined): Promise<void> {
    this.#isEnding = true;
    const budgetMs = this.hasExternal ? externalShutdownMs : this.#api.registry.all.length > 0 ? internalShutdownMs : 0;
    const startedAtMs = performance.now();
    const deadlineMs = Date.now() + budgetMs;
    if (runtime !== undefined && budgetMs > 0) {
      runtime.terminate();
      await this.#endsWithin(runtime, this.hasExternal ? budgetMs * runtimeShare : budgetMs);
    }
    await runtime?.stop();
    this.#api.shutdown(reason, deadlineMs);
    await Promise.all(
      this.#started.map(async ({ extension, process, lines }) => {
        const leftMs = budgetMs - (performance.now() - startedAtMs);
        if (extension.events.includes('SHUTDOWN')) await this.#endsWithin(process, leftMs);
        await process.stop();
        await lines.end();
      }),
    );
  }

  /** Kills everything at once, also in the middle of a shutdown. Whoever waits for an extension learns that it failed. */
  kill(): void {
    this.#killed.resolve();
    this.#failure.resolve({ errorType: 'Extension.Crash', reason: 'signal: killed', stderrTail: '' });
  }

  #reportLate(late: readonly Extension[], message: (names: string) => string, hint: string): void {
    const names = late.map(({ name }) => name).join(', ');
    this.#options.source?.report({ severity: 'warning', code: 'extension-timeout', message: message(names), hint });
  }

  #launch(extension: Extension, file: ExtensionFile): void {
    const { logs, onLeft, room } = this.#options;
    const lines = new WholeLines(logs);
    const process = RuntimeProcess.start(
      { command: room === undefined ? file.path : file.mounted, args: [], entrypoint: file.mounted },
      {
        workingDirectory: '/',
        environment: extensionEnvironment(this.#options.environment),
        room,
        logs: lines,
        onLeft,
      },
    );
    process.output.release();
    this.#started.push({ extension, process, lines });
    void process.ended.then((end) => this.#ended(extension, process, file, end));
  }

  async #ended(extension: Extension, process: RuntimeProcess, file: ExtensionFile, end: ProcessEnd): Promise<void> {
    if (this.#isEnding || this.#failed) return;
    this.#failed = true;
    if (end.kind === 'launch') {
      extension.move('LaunchError', end.reason === 'permission denied' ? 'PermissionDenied' : 'UnknownError');
    }
    await process.output.drainWritten();
    const { stderrTail } = process.output;
    const failure = extensionFailure(end, this.#api.reported, stderrTail);
    const advice = adviseOnFailure(file, failure);
    if (advice !== undefined) this.#options.source?.report(advice);
    this.#failure.resolve(failure);
  }

  /** One extension too many ends the init, like one that can't be started. */
  #refuse(extension: Extension): void {
    extension.move('LaunchError', 'TooManyExtensions');
    this.#failed = true;
    this.#failure.resolve({ errorType: 'Extension.LaunchError', reason: 'ErrTooManyExtensions', stderrTail: '' });
  }

  async #endsWithin(process: RuntimeProcess, ms: number): Promise<void> {
    await settlesWithin(Promise.race([process.ended, this.#killed.promise]), Math.max(0, ms));
  }
}

/** What extensions are told of the function: its name, version and handler. */
function functionMetadata({ functionArn, environment }: ExtensionSessionOptions): FunctionMetadata {
  const [, , , , accountId = '', , functionName = ''] = functionArn.split(':');
  return {
    functionName: environment['AWS_LAMBDA_FUNCTION_NAME'] ?? functionName,
    functionVersion: environment['AWS_LAMBDA_FUNCTION_VERSION'] ?? '$LATEST',
    handler: environment['_HANDLER'] ?? '',
    accountId,
  };
}
