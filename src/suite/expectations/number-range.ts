import { ExactNumber } from '../../json/exact-number.js';
import type { NumberBound } from './pattern.js';

const number = String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const interval = new RegExp(`^(${number})?\\s*\\.\\.\\s*(${number})?$`);
const comparison = new RegExp(`^(>=|<=|>|<)\\s*(${number})$`);

/**
 * Reads `1..10` (which includes both ends), `1..`, `..10`, or comparisons such as `>= 1, < 10`.
 * @returns `undefined` if it is none of them, or contains no number
 */
export function parseRange(text: string): NumberBound[] | undefined {
  const bounds = parseInterval(text.trim()) ?? parseComparisons(text);
  return bounds === undefined || isEmpty(bounds) ? undefined : bounds;
}

function parseInterval(text: string): NumberBound[] | undefined {
  const [whole, from, to] = interval.exec(text) ?? [];
  if (whole === undefined || (from === undefined && to === undefined)) return undefined;
  return [
    ...(from === undefined ? [] : [{ operator: '>=', value: Number(from) } as const]),
    ...(to === undefined ? [] : [{ operator: '<=', value: Number(to) } as const]),
  ];
}

function parseComparisons(text: string): NumberBound[] | undefined {
  const bounds = text.split(',').map((part): NumberBound | undefined => {
    const [, operator, value] = comparison.exec(part.trim()) ?? [];
    return operator === undefined ? undefined : { operator: operator as NumberBound['operator'], value: Number(value) };
  });
  return bounds.every((bound) => bound !== undefined) ? bounds : undefined;
}

function isEmpty(bounds: readonly NumberBound[]): boolean {
  const lower = bounds.filter(({ operator }) => operator.startsWith('>'));
  const upper = bounds.filter(({ operator }) => operator.startsWith('<'));
  return lower.some((low) =>
    upper.some(
      (high) => low.value > high.value || (low.value === high.value && (low.operator === '>' || high.operator === '<')),
    ),
  );
}

const comparisons: Readonly<Record<NumberBound['operator'], (one: number, other: number) => boolean>> = {
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
};

/** Whether a number is within all of the bounds. */
export function isWithin(value: number | ExactNumber, bounds: readonly NumberBound[]): boolean {
  const received = value instanceof ExactNumber ? Number(value.text) : value;
  return bounds.every(({ operator, value: bound }) => comparisons[operator](received, bound));
}
