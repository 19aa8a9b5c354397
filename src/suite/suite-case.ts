import type { AwsAsk } from '../aws-gateway/run/plan.js';
import type { SourceLocation } from '../diagnostics/diagnostic.js';
import type { SampleRequest } from '../event/request.js';
import type { CasePath } from './case-path.js';
import type { Expectations } from './expectations/expectations.js';

/** Where the event of a case comes from. */
export type CaseEvent =
  /** The default: the function gets `{}`. */
  | { readonly kind: 'none' }
  /** JSON text, or text that becomes a JSON string, as in `EventRequest.data`. */
  | { readonly kind: 'data'; readonly text: string }
  /** A file that exists. Absolute. */
  | { readonly kind: 'path'; readonly path: string }
  /** A command whose standard output is the event. It runs in the service's root. */
  | { readonly kind: 'command'; readonly command: string }
  | SampleRequest;

/** Where a case is written. */
export interface CaseOrigin {
  /** The absolute path of the case file, or of the event file that the case was made of; absent for a case that was given inline. */
  readonly file?: string;
  /**
   * The place of one of its keys, whether that comes from the case, the file's `defaults`, or a file beside the event. For a
   * key that is not written anywhere it is the nearest place above it, for `[]` the case itself. A case that was given
   * inline has no places. Positions are computed at the first call.
   */
  of(path: CasePath): SourceLocation | undefined;
}

/** One invocation of a suite and its expectations, with defaults merged in, and the values of a matrix filled in. */
export interface SuiteCase {
  /** Its name, with the values of the matrix; unique within its file. */
  readonly name: string;
  /** The function, by its key or its full name. */
  readonly function: string;
  readonly event: CaseEvent;
  /** Whether the event's text is always a string, and never JSON. */
  readonly raw: boolean;
  /** Members of the context object, as JSON text. */
  readonly context: { readonly data?: string };
  /** Variables of the handler, which override those of the whole run. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stage?: string;
  readonly params: Readonly<Record<string, string>>;
  /** Answers used instead of remote sources of variables, by the text of a variable without `${}`. */
  readonly variables: Readonly<Record<string, string>>;
  /** What becomes of its calls to AWS; what it does not say the run says. */
  readonly aws?: AwsAsk;
  /** Overrides the function's own. */
  readonly timeoutMs?: number;
  /** How often the case is run, at least once. It passes if every run does. */
  readonly repeat: number;
  /** The reason if the case is not run. */
  readonly skip?: { readonly reason: string };
  /** Whether only this case and others marked like it are run. */
  readonly only: boolean;
  readonly tags: readonly string[];
  readonly expect: Expectations;
  readonly origin: CaseOrigin;
}
