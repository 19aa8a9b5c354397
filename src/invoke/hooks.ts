import type { CallsOf } from '../aws-gateway/run/calls-outcome.js';
import type { ReportDiagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import type { Credentials } from '../identity/credentials.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { LogSink } from '../lambda/platform-log/log-sink.js';
import type { Forerunner } from '../lambda/sandbox/process/forerunner.js';
import type { CoverageCollection } from './coverage-collection.js';
import type { Installation } from './installation.js';
import type { InvocationCalls } from './invocation-calls.js';
import type { ResolvedInvocation } from './resolved-invocation.js';
import type { InvocationResult } from './result.js';

/** The callbacks that the action or the command gives the engine while a project is open. */
export interface ProjectHooks {
  readonly report: ReportDiagnostic;
  /** Takes what the project's own code prints when the configuration runs it. */
  readonly logs: LogSink;
  readonly installation: Installation;
  /** Ends everything that is running. */
  readonly signal: AbortSignal;
  /** Called with the handler's credentials before its process starts, so that they can be masked. */
  readonly onCredentials?: (credentials: Credentials) => void;
  /**
   * Called with each secret that the configuration gets from a remote service, before it can be printed, so that it can be
   * masked: a text, or a mapping or list with texts in it.
   */
  readonly onSecret?: (secret: unknown) => void;
  /** Takes the calls to AWS of each invocation, where they went through the gateway. */
  readonly onCalls?: (calls: InvocationCalls, of: CallsOf) => void;
  /** Replaces in a text the secrets that are known so far, before it is kept in a file. */
  readonly redact?: (text: string) => string;
  /** Finds the user's line among the frames of a call to AWS, which have the paths by which the user knows them. */
  readonly findPlace?: (fn: LambdaFunction, trace: readonly string[]) => Promise<SourceLocation | undefined>;
  /** Takes the coverage of the handlers' code, where it is measured. */
  readonly coverage?: CoverageCollection;
}

/** The callbacks for a sandbox of a function. */
export interface SandboxHooks {
  readonly report: ReportDiagnostic;
  readonly logs: LogSink;
  /** The handler's process, where it was started on a guess. Whoever started it ends it if it was not needed. */
  readonly forerunner?: Forerunner | undefined;
  /** Takes why an invocation failed, and what to do about it; by default `report`. */
  readonly onExplained?: ReportDiagnostic;
  /** Takes what only matters where a run is debugged, a sentence each. */
  readonly onDetail?: (detail: string) => void;
  /** Called once the handler's process is starting, which is the time to load what is needed later. */
  readonly onSandboxStarting?: () => void;
  /** Called when the runtime gets the event, from which the function's timeout counts. */
  readonly onDispatched?: () => void;
}

/** The callbacks that the action or the command gives the engine for one invocation. */
export interface InvocationHooks extends ProjectHooks, SandboxHooks {
  /** Called with what will be run. The process starts once it has returned. */
  readonly onResolved?: (resolved: ResolvedInvocation) => void | Promise<void>;
  /**
   * Called with the result while the function's process is being ended, which is the time to print it. What it does is not
   * waited for.
   */
  readonly onResult?: (result: InvocationResult) => void;
}
