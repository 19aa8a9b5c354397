import type { Dialect } from '../root/dialect.js';
import { SourceFailure } from './problem.js';

/**
 * The longest text of one variable. A longer one is a mistake: variables that multiply each other would exhaust the memory.
 */
const maxLength = 16 * 1024 * 1024;

/**
 * A variable's value inside a longer string: text unchanged, numbers and booleans as JavaScript writes them, lists joined by
 * commas as in JavaScript, and `null` as in the dialect.
 * @throws SourceFailure for everything else.
 */
export function spliceText(value: unknown, nullInText: Dialect['nullInText']): string {
  const text = Array.isArray(value)
    ? value.map((item) => (item === null ? '' : spliceText(item, nullInText))).join(',')
    : scalarText(value, nullInText);
  if (text.length > maxLength) throw new SourceFailure('variable-too-large', 'has a value of more than 16 MiB of text');
  return text;
}

function scalarText(value: unknown, nullInText: Dialect['nullInText']): string {
  if (value === null && nullInText === 'word') return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const kind = value === null || value === undefined ? 'no value (null)' : 'a mapping';
  throw new SourceFailure(
    'variable-not-text',
    `is ${kind}, which can't stand inside a longer string`,
    'Only text, numbers, booleans and lists of them can.',
  );
}
