import type { ContextRequest, EventRequest } from '../event/request.js';
import type { CredentialsRequest } from '../identity/request.js';

/** What was asked for: one value, the same for both faces. */
export interface InvocationRequest {
  readonly function?: string;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly config?: string;
  readonly stage?: string;
  readonly region?: string;
  readonly params: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  /** Answers in place of remote sources of variables, by the text of a variable without `${}`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** A file with further answers, absolute. Those of `variables` go before them. */
  readonly variablesFile?: string;
  readonly event: EventRequest;
  readonly context: ContextRequest;
  /** The caller's own variables for the handler (`--env`, the input `env`). */
  readonly environment: Readonly<Record<string, string>>;
  /** The environment of the step or the shell. */
  readonly hostEnvironment: Readonly<Record<string, string | undefined>>;
  /** Whether the handler gets the host's environment, less what is never passed on. */
  readonly inheritEnvironment: boolean;
  /** Path or name of the interpreter to use, whatever the function declares. */
  readonly interpreter?: string;
  /** Path of AWS's runtime interface client for Java, a jar or a folder of jars, relative to the working directory or absolute. */
  readonly javaRuntimeClient?: string;
  readonly credentials: CredentialsRequest;
}
