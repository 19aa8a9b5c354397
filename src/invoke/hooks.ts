import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { Credentials } from '../identity/credentials.js';
import type { LogSink } from '../lambda/platform-log/log-sink.js';
import type { Installation } from './installation.js';
import type { ResolvedInvocation } from './resolved-invocation.js';

/** What a face gives the engine to talk back through while a project is open. */
export interface ProjectHooks {
  readonly report: ReportDiagnostic;
  /** Takes what the project's own code prints where it is run for the configuration. */
  readonly logs: LogSink;
  readonly installation: Installation;
  /** Ends whatever runs, and everything that it started. */
  readonly signal: AbortSignal;
  /** Called with the handler's credentials before its process starts, so that a face can mask them. */
  readonly onCredentials?: (credentials: Credentials) => void;
  /**
   * Called with each secret that the configuration gets from a remote service, before anything of it can be printed, so that
   * a face can mask it: a text, or a mapping or list that has texts in it.
   */
  readonly onSecret?: (secret: unknown) => void;
}

/** What a sandbox of a function talks back through. */
export interface SandboxHooks {
  readonly report: ReportDiagnostic;
  readonly logs: LogSink;
  /** Called once the handler's process is starting: the time to load what is needed afterwards. */
  readonly onSandboxStarting?: () => void;
  /** Called when the runtime gets the event: the function's timeout counts from then on. */
  readonly onDispatched?: () => void;
}

/** What a face gives the engine to talk back through while one invocation runs. */
export interface InvocationHooks extends ProjectHooks, SandboxHooks {
  /** Called with what will be run, before its process starts, which waits for it. */
  readonly onResolved?: (resolved: ResolvedInvocation) => void | Promise<void>;
}
