import type { LoadedModules } from '../runtime-api/loaded-modules.js';

/** What is known of every invocation of a sandbox, however it ended. */
export interface OutcomeFacts {
  readonly requestId: string;
  /** The time from the dispatch to the runtime's next request (to its answer, if it did not ask in time), in ms. */
  readonly durationMs: number;
  readonly billedDurationMs: number;
  /** Only for a cold start whose init succeeded. In ms. */
  readonly initDurationMs?: number;
  readonly maxMemoryUsedMiB: number;
  /** Whether the runtime never asked for the event, because its init failed twice. */
  readonly initFailed?: true;
  /** The runtime's `User-Agent`, where it sent one. */
  readonly userAgent?: string;
  /** What ran, if that was known before the start: `java 17.0.15`. */
  readonly interpreter?: string;
  /** What the code has loaded, where our bootstrap told it: after an answer, each file once as long as the process is warm. */
  readonly loaded?: LoadedModules;
}

/** The ends of what a process wrote. */
export interface LastWords {
  readonly stdout: string;
  readonly stderr: string;
  /** What our bootstrap noted in case of a crash; it is in no log. */
  readonly notes: string;
}

/** How an invocation ended: with the runtime's own answer, or with an error of the platform in its place. */
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
