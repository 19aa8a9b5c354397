import type { Readable } from 'node:stream';

/**
 * Where the event comes from. If several are given, `path` wins over `data`, and `data` over `command` and standard input.
 */
export interface EventRequest {
  readonly data?: string;
  /** A file, relative to the service's root or absolute. */
  readonly path?: string;
  /** Whether `data`, or the output of a command or standard input, is always a string, and never JSON. */
  readonly raw: boolean;
  /** A command whose standard output is the event. */
  readonly command?: string;
  /** Standard input, if the event may come from it. */
  readonly standardInput?: { readonly stream: Readable; readonly timeoutMs: number };
}

/** Members of the mocked context that the caller sets, as JSON text or from a file. `path` wins. */
export interface ContextRequest {
  readonly data?: string;
  readonly path?: string;
}
