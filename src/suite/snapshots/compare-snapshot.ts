import type { ExactJson } from '../../json/exact-number.js';
import { pathText } from '../expectations/case-path.js';
import { diffValues } from '../expectations/diff/diff-values.js';
import type { Finding } from '../expectations/finding.js';
import { mismatches } from '../expectations/match.js';
import type { Snapshot } from './snapshot-file.js';
import { snapshotPattern } from './snapshot-pattern.js';
import { drop, type PathStep, parseValuePath, replaceAt } from './value-path.js';
import { typeOf } from './varying-paths.js';

/** A value without what is at the ignored paths. */
export function withoutIgnored(value: ExactJson, ignored: readonly (readonly PathStep[])[]): ExactJson {
  return replaceAt(value, ignored, () => drop);
}

/**
 * A path that was read before.
 * @throws Error if it is malformed, which is a defect
 */
export function knownPath(text: string): PathStep[] {
  const path = parseValuePath(text);
  if (path === undefined) throw new Error(`The path ${text} can't be read back.`);
  return path;
}

/** A value as it is recorded: of parts that vary, only the type. */
export function withTypes(value: ExactJson, varies: Snapshot['varies']): ExactJson {
  const paths = Object.keys(varies).map((text) => (text === '' ? [] : knownPath(text)));
  return replaceAt(value, paths, (_, path) => `any(${varies[pathText(path)] ?? typeOf(value)})`);
}

/** How a value differs from the recorded one; `undefined` if it does not. */
export function snapshotDifference(
  recorded: Snapshot,
  value: ExactJson,
  ignored: readonly (readonly PathStep[])[],
): Finding | undefined {
  const pattern = snapshotPattern({ ...recorded, value: withoutIgnored(recorded.value, ignored) });
  const found = mismatches(pattern, value, ['response']);
  const [first] = found;
  if (first === undefined) return undefined;
  const more = found.length === 1 ? '' : ` (And ${found.length - 1} more ${found.length === 2 ? 'place' : 'places'}.)`;
  return {
    path: ['expect', 'snapshot'],
    message: `Not as recorded: ${first.message}${more}`,
    expected: first.expected,
    received: first.received,
    diff: diffValues(pattern, value),
  };
}
