import { ExactNumber } from '../../../json/exact-number.js';

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * A number as it is written, in its own digits where a double has others.
 * @returns `undefined` for one that JSON can't say
 */
export function writtenNumber(value: number, source: string): number | ExactNumber | undefined {
  const isJson = jsonNumber.test(source);
  if (!Number.isFinite(value) && !isJson) return undefined;
  return String(value) === source || !isJson ? value : new ExactNumber(source);
}
