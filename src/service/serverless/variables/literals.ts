import type { LiteralValue } from './syntax.js';

/**
 * The value of a bare word: `true`, `false`, `null`, or a number as JavaScript writes it (`-5`, `.5`, `1e3`, `0x10`);
 * `undefined` for any other word.
 */
export function parseWord(word: string): Exclude<LiteralValue, string> | undefined {
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  if (!/^[A-Za-z0-9.+-]+$/.test(word)) return undefined;
  const number = Number(word);
  return Number.isNaN(number) ? undefined : number;
}

/** A quoted string, and where it ends. */
export interface QuotedString {
  readonly value: string;
  /** The offset after the closing quote. */
  readonly end: number;
}

const singleQuoted = /'[^']*'/y;
const doubleQuoted = /"(?:[^"\\]|\\.)*"/sy;

/**
 * Reads the quoted string that starts at an offset: `'…'` has no escapes, `"…"` has those of JSON.
 * @returns `undefined` if it is not closed, or has an escape that JSON does not know
 */
export function readQuoted(text: string, start: number): QuotedString | undefined {
  const pattern = text[start] === "'" ? singleQuoted : doubleQuoted;
  pattern.lastIndex = start;
  const [whole] = pattern.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const end = start + whole.length;
  if (pattern === singleQuoted) return { value: whole.slice(1, -1), end };
  try {
    const value: unknown = JSON.parse(whole.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t'));
    return typeof value === 'string' ? { value, end } : undefined;
  } catch {
    return undefined;
  }
}
