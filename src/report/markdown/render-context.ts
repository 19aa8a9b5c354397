import type { Literal } from '../text/literal-text.js';

/** Where to find the whole of what is cut, each worded like `in the file x`. */
export interface Whereabouts {
  readonly event?: string;
  readonly response?: string;
  readonly error?: string;
  readonly log?: string;
}

/** The settings for rendering the parts of a summary. */
export interface RenderContext {
  readonly literal: Literal;
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
  readonly whereabouts: Whereabouts;
  /** The most that is shown of each value (event, response, error, log), in UTF-16 units. */
  readonly longestValue: number;
}
