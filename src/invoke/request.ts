import type { Readable } from 'node:stream';

/** Where the event comes from. Where several are given, `path` wins over `data`, and `data` over `command` and standard input. */
export interface EventRequest {
  readonly data?: string;
  /** A file, relative to the service's root or absolute. */
  readonly path?: string;
  /** Take `data` (and what a command or standard input gives) as a string, and never as JSON. */
  readonly raw: boolean;
  /** A command whose standard output is the event. */
  readonly command?: string;
  /** Standard input, where the event may come from it. */
  readonly standardInput?: { readonly stream: Readable; readonly timeoutMs: number };
}

/** Members of the mocked context that the caller sets, as JSON text or from a file. `path` wins. */
export interface ContextRequest {
  readonly data?: string;
  readonly path?: string;
}

/** Credentials that the caller gives by name. */
export interface CredentialsRequest {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly profile?: string;
}

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
  readonly credentials: CredentialsRequest;
}
