import type { InvocationResult } from '../../invoke/result.js';
import type { CasePath } from '../case-path.js';
import type { Pattern } from './pattern.js';

/** How an invocation ended; `failure` is any way except success. */
export type ExpectedStatus = InvocationResult['status'] | 'failure';

/** A JSON Schema: a file, and the way to the schema within it, as a JSON pointer (`/components/schemas/Order`, or '' for the whole). */
export interface SchemaReference {
  /** Absolute. */
  readonly file: string;
  readonly pointer: string;
}

/** How a response is compared with the recorded one. */
export interface SnapshotExpectation {
  /** Paths whose values are not compared, such as `body.id` or `items[*].createdAt`. */
  readonly ignore: readonly string[];
  /** Whether values that differ between two runs are found and not compared. */
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
  /** By their names as written. */
  readonly headers?: ReadonlyMap<string, Pattern>;
  /** A text, or a pattern for the body's JSON. */
  readonly body?: Pattern;
}

/** A call to AWS that is expected, such as `dynamodb:PutItem`, or one of a service (`s3:*`). */
export interface ExpectedCall {
  readonly call: string;
  /** A part of the request's members, and the same as it is written. */
  readonly members?: { readonly pattern: Pattern; readonly written: unknown };
  /** How often it is made; at least once where it is absent. */
  readonly times?: number;
  /** Where it is written. */
  readonly path: CasePath;
}

/** The calls to AWS that are expected. */
export interface CallExpectation {
  readonly calls: readonly ExpectedCall[];
  /** Whether they are made in this order. */
  readonly inOrder: boolean;
}

/** The expectations of an invocation. Absent ones are not judged, except the status, which is success by default. */
export interface Expectations {
  /** `failure` if only an `error` is expected. */
  readonly status: ExpectedStatus;
  readonly error?: { readonly type?: Pattern; readonly message?: Pattern };
  /** The response, as JSON. */
  readonly output?: Pattern;
  readonly http?: HttpExpectation;
  readonly schema?: SchemaReference;
  readonly log?: { readonly has: readonly LogText[]; readonly hasNot: readonly LogText[] };
  readonly aws?: CallExpectation;
  readonly maxDurationMs?: number;
  readonly maxInitMs?: number;
  readonly maxMemoryMiB?: number;
  readonly maxResponseBytes?: number;
  readonly snapshot?: SnapshotExpectation;
}

/** The default: the function succeeds. */
export const successExpected: Expectations = { status: 'success' };
