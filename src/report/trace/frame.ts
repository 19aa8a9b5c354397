/** A place that a line of a trace names, as it stands there. `line` and `column` count from 1. */
export interface TracePlace {
  /** A path, the text of a URL, or of Java the name of a file in its package's folder. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** One line of a trace. */
export interface TraceLine {
  readonly text: string;
  /** What it names, and where in the text that stands. */
  readonly place?: TracePlace & { readonly start: number; readonly end: number };
}

/** How a language writes its traces. */
export interface TraceDialect {
  /** The place in a line; `undefined` where the line has none. */
  readonly placeOf: (text: string) => TraceLine['place'] | undefined;
  /** Whether the frame nearest to the error comes last. */
  readonly innermostLast: boolean;
}
