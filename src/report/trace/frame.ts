/** A place exactly as a line of a trace names it. `line` and `column` count from 1. */
export interface TracePlace {
  /** A path or a URL; for Java, a file's name below its package's folder. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** One line of a trace. */
export interface TraceLine {
  readonly text: string;
  /** The place that it names, and where in the line that name is. */
  readonly place?: TracePlace & { readonly start: number; readonly end: number };
}

/** How a language writes its traces. */
export interface TraceDialect {
  /** The place in a line; `undefined` where the line has none. */
  readonly placeOf: (text: string) => TraceLine['place'] | undefined;
  /** Whether the frame nearest to the error comes last. */
  readonly innermostLast: boolean;
}
