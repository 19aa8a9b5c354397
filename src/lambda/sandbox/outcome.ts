/** What is known of an invocation of a sandbox, whatever came of it. */
export interface OutcomeFacts {
  readonly requestId: string;
  /** From the dispatch to the runtime's next request (or to its answer, where it did not ask in time), in ms. */
  readonly durationMs: number;
  readonly billedDurationMs: number;
  /** Cold starts whose init succeeded only, in ms. */
  readonly initDurationMs?: number;
  readonly maxMemoryUsedMiB: number;
  /** Whether the runtime never came to ask for the event: its init failed, and so did the retry. */
  readonly initFailed?: true;
  /** The runtime's `User-Agent`, where it sent one. */
  readonly userAgent?: string;
  /** What ran, where that was known before: `java 17.0.15`. */
  readonly interpreter?: string;
}

/** The ends of what a process wrote. */
export interface LastWords {
  readonly stdout: string;
  readonly stderr: string;
  /** What our bootstrap wrote down for the case of a crash, which no log has. */
  readonly notes: string;
}

/** What came of an invocation: the runtime's own answer, or what the platform says in its place. */
export type SandboxOutcome = OutcomeFacts &
  (
    | { readonly status: 'success'; readonly response: Buffer; readonly contentType?: string }
    | {
        readonly status: 'error';
        readonly error: Buffer;
        readonly errorType: string;
        /** The last that the process wrote to standard error, at most 4 KiB. */
        readonly stderrTail: string;
        readonly lastWords: LastWords;
      }
    | {
        readonly status: 'timeout' | 'crash';
        readonly error: Buffer;
        readonly errorType: string;
        /** The last that the process wrote to standard error, at most 4 KiB. */
        readonly stderrTail: string;
        readonly lastWords: LastWords;
        /** The process was ended because it held more than the function's memory. */
        readonly outOfMemory?: boolean;
      }
  );
