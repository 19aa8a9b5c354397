/**
 * The number that a plain scalar is, as version 4 of the parser reads them, which the framework uses: a sign is allowed before every base,
 * and so is `0b11`; `-.5` is text. Infinity, which JSON does not have, becomes `null`, as in the framework.
 * @returns `undefined` if it is none
 */
export function numberOf(source: string): number | null | undefined {
  return integerOf(source) ?? floatOf(source);
}

/** The integer that a plain scalar is. */
export function integerOf(source: string): number | undefined {
  if (!/^[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)$/.test(source)) return undefined;
  const value = Number(source.replace(/^[-+]/, ''));
  if (!Number.isFinite(value)) return undefined;
  return source.startsWith('-') ? -value : value;
}

/** The other number that a plain scalar is. */
export function floatOf(source: string): number | null | undefined {
  if (/^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(source)) return null;
  if (!/^(?:[-+]?[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(source)) return undefined;
  const value = Number(source);
  return Number.isFinite(value) ? value : undefined;
}

const words = new Map<string, boolean | null>([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['null', 'Null', 'NULL', '~'].map((word) => [word, null] as const),
]);

/** What a plain scalar is, dates being texts. */
export function scalarValue(source: string): string | number | boolean | null {
  const word = words.get(source);
  if (word !== undefined) return word;
  const number = /^[-+.\d]/.test(source) ? numberOf(source) : undefined;
  return number === undefined ? source : number;
}
