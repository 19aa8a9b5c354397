import { nearestName } from '../../diagnostics/nearest-name.js';
import { type ExactJson, exactJsonText, isJsonObject } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import { shorten } from '../expectations/shown-value.js';
import type { CaseMistake, OnMistake } from './case-mistakes.js';
import type { WrittenCase } from './merge-defaults.js';

/** The values of one case of a matrix, by their keys. */
export type MatrixRow = { readonly [key: string]: ExactJson };

/** The most cases that a matrix may make. */
const mostRows = 100_000;
/** How much of a value is used in a name at most. */
const longestInName = 40;

const reference = /\$\{\s*matrix\.([^}]*?)\s*\}/g;
const whole = new RegExp(`^${reference.source}$`);

/** Whether a value's type is unknown until the matrix is filled in. */
export function hasReference(value: unknown): boolean {
  return typeof value === 'string' && value.includes('matrix.') && value.search(reference) !== -1;
}

function hasReferences(value: ExactJson): boolean {
  if (typeof value === 'string') return hasReference(value);
  if (Array.isArray(value)) return (value as readonly ExactJson[]).some(hasReferences);
  return isJsonObject(value) && Object.values(value).some(hasReferences);
}

/**
 * The rows of a matrix: for a mapping of lists, each combination, in which the first key changes slowest; for a list, its
 * own rows.
 * @returns a mistake if there are too many
 */
export function matrixRows(matrix: ExactJson): readonly MatrixRow[] | CaseMistake {
  if (Array.isArray(matrix)) return matrix as readonly MatrixRow[];
  const columns = isJsonObject(matrix) ? (Object.entries(matrix) as [string, readonly ExactJson[]][]) : [];
  const count = columns.reduce((product, [, values]) => product * values.length, 1);
  if (count > mostRows) {
    return { path: ['matrix'], message: `\`matrix\` makes ${count} cases, and ${mostRows} are the most` };
  }
  return columns.reduce<readonly MatrixRow[]>(
    (rows, [key, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [key]: value }))),
    [{}],
  );
}

/** The case of a row. `${matrix.KEY}` is replaced in every text; a text with nothing else becomes the value itself. */
export function fillIn(written: WrittenCase, row: MatrixRow, onMistake: OnMistake): WrittenCase {
  const fill = (value: ExactJson, path: CasePath): ExactJson => {
    if (typeof value === 'string') return hasReference(value) ? fillText(value, path) : value;
    if (!hasReferences(value)) return value;
    if (Array.isArray(value)) return (value as readonly ExactJson[]).map((item, index) => fill(item, [...path, index]));
    return isJsonObject(value) ? fillMembers(value, path) : value;
  };
  const fillMembers = (value: WrittenCase, path: CasePath): WrittenCase =>
    Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member, [...path, key])]));
  const fillText = (text: string, path: CasePath): ExactJson => {
    const only = whole.exec(text)?.[1];
    if (only !== undefined) return lookUp(only, path) ?? text;
    return text.replaceAll(reference, (written, key: string) => {
      const value = lookUp(key, path);
      return value === undefined ? written : valueText(value);
    });
  };
  const lookUp = (key: string, path: CasePath): ExactJson | undefined => {
    if (Object.hasOwn(row, key)) return row[key] ?? null;
    onMistake(unknownKey(key, Object.keys(row), path));
    return undefined;
  };
  const { matrix: _, ...rest } = written;
  return hasReferences(rest) ? fillMembers(rest, []) : rest;
}

function unknownKey(key: string, known: readonly string[], path: CasePath): CaseMistake {
  const nearest = nearestName(key, known);
  const others = known.length === 0 ? 'The case has no `matrix`.' : `It has ${known.join(', ')}.`;
  const hint = nearest === undefined ? others : `Did you mean \`\${matrix.${nearest}}\`?`;
  return { path, message: `\`\${matrix.${key}}\` names no value of the matrix`, hint };
}

/**
 * The name of a row's case: the written name with its references filled in, followed by the values that it does not refer
 * to.
 * @param written as it stands in the file
 * @param filled with its references replaced
 */
export function rowName(written: string, filled: string, row: MatrixRow): string {
  const named = new Set(Array.from(written.matchAll(reference), ([, key]) => key));
  const others = Object.entries(row).filter(([key]) => !named.has(key));
  if (others.length === 0) return filled;
  return `${filled} (${others.map(([, value]) => shorten(valueText(value), longestInName)).join(', ')})`;
}

function valueText(value: ExactJson): string {
  return typeof value === 'string' ? value : exactJsonText(value);
}
