import type { SourceLocation } from '../diagnostics/diagnostic.js';
import type { Expectations } from './expectations/expectations.js';

/** Where the event of a case comes from. */
export type CaseEvent =
  /** Nothing was said: the function gets `{}`. */
  | { readonly kind: 'none' }
  /** JSON text, or text that becomes a JSON string: what `EventRequest.data` takes. */
  | { readonly kind: 'data'; readonly text: string }
  /** A file that exists. Absolute. */
  | { readonly kind: 'path'; readonly path: string }
  /** A command whose standard output is the event. It runs in the service's root. */
  | { readonly kind: 'command'; readonly command: string }
  /** A sample of a service's event, by its name, with the members that the case sets itself. */
  | { readonly kind: 'sample'; readonly sample: string; readonly with: Readonly<Record<string, unknown>> }
  /** The sample that fits the function's own `events`, with the members that the case sets itself. */
  | {
      readonly kind: 'source';
      /** The kind of the event as the configuration names it, such as `httpApi`; the first of the function's events without it. */
      readonly type?: string;
      /** Which of several, from 1 on. */
      readonly number?: number;
      readonly with: Readonly<Record<string, unknown>>;
    };

/** The way to a key of a case, as it is written: `['expect', 'output', 'items', 0, 'id']`. */
export type CasePath = readonly (string | number)[];

/** Where a case is written. */
export interface CaseOrigin {
  /** The absolute path of the case file, or of the event file that the case was made of; absent for a case that was given inline. */
  readonly file?: string;
  /**
   * Where a key of it stands, wherever that comes from: the case, the file's `defaults`, a file beside the event. The nearest
   * place above it, where it stands nowhere itself; the case itself for `[]`. None of a case that was given inline. Positions
   * are worked out at the first question.
   */
  of(path: CasePath): SourceLocation | undefined;
}

/** One invocation of a suite and what must come back: defaults are merged in, and values of a matrix filled in. */
export interface SuiteCase {
  /** With the values of the matrix. Unique within its file. */
  readonly name: string;
  /** The function, by its key or its full name. */
  readonly function: string;
  readonly event: CaseEvent;
  /** Whether the event's text is a string, and never JSON. */
  readonly raw: boolean;
  /** Members of the context object, as JSON text. */
  readonly context: { readonly data?: string };
  /** Variables of the handler, over those of the whole run. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stage?: string;
  readonly params: Readonly<Record<string, string>>;
  /** Answers in place of remote sources of variables, by the text of a variable without `${}`. */
  readonly variables: Readonly<Record<string, string>>;
  /** In place of the function's own. */
  readonly timeoutMs?: number;
  /** How often the case is run; it passes where each run does. At least 1. */
  readonly repeat: number;
  /** Present where the case is not run. */
  readonly skip?: { readonly reason: string };
  /** Whether only this case, and others like it, are run. */
  readonly only: boolean;
  readonly tags: readonly string[];
  readonly expect: Expectations;
  readonly origin: CaseOrigin;
}
