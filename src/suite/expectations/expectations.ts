import type { InvocationResult } from '../../invoke/result.js';
import type { Pattern } from './pattern.js';

/** How an invocation ended, or any way but success. */
export type ExpectedStatus = InvocationResult['status'] | 'failure';

/** A text of the log: it contains a string, or matches a regular expression. */
export type TextPattern = Extract<Pattern, { kind: 'scalar' | 'regex' }>;

/** A JSON Schema: a file, and the way to the schema within it, as a JSON pointer (`/components/schemas/Order`, or '' for the whole). */
export interface SchemaReference {
  /** Absolute. */
  readonly file: string;
  readonly pointer: string;
}

/** How a response is held against the one that was recorded. */
export interface SnapshotExpectation {
  /** Paths whose values are not compared, such as `body.id` or `items[*].createdAt`. */
  readonly ignore: readonly string[];
  /** Whether the values that differ between two runs are found, and not compared. */
  readonly volatile: boolean;
}

/** What is expected of the log. Each text is judged by itself. */
export interface LogExpectation {
  readonly contains: readonly string[];
  readonly matches: readonly RegExp[];
  readonly notContains: readonly string[];
  readonly notMatches: readonly RegExp[];
}

/** What must come of an invocation; what is absent is not judged, but for the status, which is success then. */
export interface Expectations {
  /** `failure` where only an `error` is expected. */
  readonly status: ExpectedStatus;
  readonly error?: { readonly type?: Pattern; readonly message?: Pattern };
  /** The response, as JSON. */
  readonly output?: Pattern;
  readonly http?: {
    readonly statusCode?: Pattern;
    /** By names in lower case. */
    readonly headers?: ReadonlyMap<string, Pattern>;
    /** Text where the pattern is of a text, else JSON. */
    readonly body?: Pattern;
  };
  readonly schema?: SchemaReference;
  readonly log?: LogExpectation;
  readonly maxDurationMs?: number;
  readonly maxInitMs?: number;
  readonly maxMemoryMiB?: number;
  readonly maxResponseBytes?: number;
  readonly snapshot?: SnapshotExpectation;
}

/** Nothing is said: the function succeeds. */
export const successExpected: Expectations = { status: 'success' };
