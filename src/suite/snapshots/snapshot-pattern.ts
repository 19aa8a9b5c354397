import { type ExactJson, isJsonObject } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import { pathText } from '../expectations/case-path.js';
import type { Pattern } from '../expectations/pattern.js';
import { literal } from '../expectations/read-pattern.js';
import type { Snapshot } from './snapshot-file.js';

/** The pattern for a recorded value: equal values, except that parts which vary only need the same type. */
export function snapshotPattern({ value, varies }: Snapshot): Pattern {
  return Object.keys(varies).length === 0 ? literal(value) : patternOf(value, [], varies);
}

function patternOf(value: ExactJson, path: CasePath, varies: Snapshot['varies']): Pattern {
  const text = pathText(path);
  const type = Object.hasOwn(varies, text) ? varies[text] : undefined;
  if (type !== undefined) return { kind: 'any', type };
  if (Array.isArray(value)) {
    return {
      kind: 'list',
      items: (value as readonly ExactJson[]).map((item, index) => patternOf(item, [...path, index], varies)),
    };
  }
  if (!isJsonObject(value)) return literal(value);
  const members = Object.entries(value).map(
    ([key, member]) => [key, patternOf(member, [...path, key], varies)] as const,
  );
  return { kind: 'object', members: new Map(members), exact: true };
}
