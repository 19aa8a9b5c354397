import type { CasePath } from '../case-path.js';

/**
 * An expectation that was not met. Its texts are short enough to be shown, but may contain anything that a handler printed.
 */
export interface Finding {
  /** What was judged, as it is written in a case: `['expect', 'output', 'items', 0, 'id']`. The case's origin knows its place. */
  readonly path: CasePath;
  /** One sentence on one line: `output.items[0].id is 5, and 6 was expected.` */
  readonly message: string;
  /** What was expected, and what came, each as text. */
  readonly expected?: string;
  readonly received?: string;
  /** A diff by lines: `-` is expected, `+` was received. */
  readonly diff?: string;
}
