import type { ReportedCase } from '../suite/suite-report.js';
import type { Literal } from '../text/literal-text.js';

/** What the texts of a page are made with. */
export interface PageContext {
  readonly literal: Literal;
  readonly toolVersion: string;
  /** How long cases took in earlier results, in ms, by their ids. */
  readonly earlier?: ReadonlyMap<string, number>;
  /** Where the texts stand whole that are too long for the page, worded like `in the file results.json`. */
  readonly whole?: string;
}

/** How long a case took before, in ms: in the earlier results, or at the commit that the suite was compared with. */
export function earlierMsOf({ id, comparison }: ReportedCase, { earlier }: PageContext): number | undefined {
  return earlier?.get(id) ?? comparison?.measures?.before.durationMs.median;
}

/** A place as it is shown: `src/price.js:3:9`; `undefined` without a file. */
export function placeText(
  place: { readonly file?: string; readonly line?: number; readonly column?: number } | undefined,
  { literal }: PageContext,
): string | undefined {
  if (place?.file === undefined) return undefined;
  return literal([place.file, place.line, place.column].filter((part) => part !== undefined).join(':'));
}
