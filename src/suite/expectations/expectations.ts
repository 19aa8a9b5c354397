import type { InvocationResult } from '../../invoke/result.js';
import type { CasePath } from '../suite-case.js';
import type { Pattern } from './pattern.js';

/** How an invocation ended, or any way but success. */
export type ExpectedStatus = InvocationResult['status'] | 'failure';

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

/** A text that the log contains, or an expression that it matches, and where in `expect` it is written. */
export interface LogText {
  readonly text: string | RegExp;
  readonly path: CasePath;
}

/** What is expected of an HTTP response. */
export interface HttpExpectation {
  readonly statusCode?: Pattern;
  /** By their names as they are written. */
  readonly headers?: ReadonlyMap<string, Pattern>;
  /** A text, or what the JSON of the body is like. */
  readonly body?: Pattern;
}

/** What must come of an invocation; what is absent is not judged, but for the status, which is success then. */
export interface Expectations {
  /** `failure` where only an `error` is expected. */
  readonly status: ExpectedStatus;
  readonly error?: { readonly type?: Pattern; readonly message?: Pattern };
  /** The response, as JSON. */
  readonly output?: Pattern;
  readonly http?: HttpExpectation;
  readonly schema?: SchemaReference;
  readonly log?: { readonly has: readonly LogText[]; readonly hasNot: readonly LogText[] };
  readonly maxDurationMs?: number;
  readonly maxInitMs?: number;
  readonly maxMemoryMiB?: number;
  readonly maxResponseBytes?: number;
  readonly snapshot?: SnapshotExpectation;
}

/** Nothing is said: the function succeeds. */
export const successExpected: Expectations = { status: 'success' };
