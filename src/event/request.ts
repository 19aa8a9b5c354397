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

/** An event that is a sample of what a source sends, with the members that the caller sets. */
export type SampleRequest =
  /** A sample by its name. */
  | { readonly kind: 'sample'; readonly sample: string; readonly with: Readonly<Record<string, unknown>> }
  /** The sample for one of the function's own `events`. */
  | {
      readonly kind: 'source';
      /** The kind of the event in the configuration, such as `httpApi`; by default that of the function's first event. */
      readonly type?: string;
      /** Which one of several, counted from 1. */
      readonly number?: number;
      readonly with: Readonly<Record<string, unknown>>;
    };

/** A sample as it is asked for in a text. */
export interface WrittenSample {
  /** Whether the text asks for a sample by its name, or for that of the function's own `events`. */
  readonly kind: SampleRequest['kind'];
  /** The name or `true`, or a mapping in YAML or JSON: `{ sample, with }`, or `{ type, number, with }`. */
  readonly text: string;
  /** How messages name what asks for it: "The input `event`". */
  readonly asked: string;
}
