import type { Literal } from '../text/literal-text.js';

/** Where the whole of what is cut is to be found, each as in `in the file x`. */
export interface Whereabouts {
  readonly event?: string;
  readonly response?: string;
  readonly error?: string;
  readonly log?: string;
}

/** What the parts of a summary are rendered with. */
export interface RenderContext {
  readonly literal: Literal;
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
  readonly whereabouts: Whereabouts;
  /** The longest of each value (event, response, error, log), in UTF-16 units. */
  readonly longestValue: number;
}
