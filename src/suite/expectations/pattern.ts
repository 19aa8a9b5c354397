import type { ExactJson, ExactNumber } from '../../json/exact-number.js';

/** The types that `any(…)` can name. */
export const valueTypes = ['string', 'number', 'integer', 'boolean', 'object', 'list', 'null', 'value'] as const;

export type ValueType = (typeof valueTypes)[number];

/** What a value must be like, read from a case file. */
export type Pattern =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null | ExactNumber }
  /** Further members are allowed, unless it is exact. */
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Pattern>; readonly exact: boolean }
  /** The same number of items, each matching its own pattern. */
  | { readonly kind: 'list'; readonly items: readonly Pattern[] }
  /** The same number of items, in any order. */
  | { readonly kind: 'unordered'; readonly items: readonly Pattern[] }
  | { readonly kind: 'any'; readonly type: ValueType }
  | { readonly kind: 'regex'; readonly regex: RegExp }
  /** A number within all of the bounds. */
  | { readonly kind: 'range'; readonly written: string; readonly bounds: readonly NumberBound[] }
  | { readonly kind: 'one-of'; readonly choices: readonly Pattern[] }
  /** There must be no such member. */
  | { readonly kind: 'absent' };

/** One end of a range of numbers. */
export interface NumberBound {
  readonly operator: '>' | '>=' | '<' | '<=';
  readonly value: number;
}

/** Stands for a value that does not exist. */
export const nothing: unique symbol = Symbol('nothing');

/** The value to judge, or the mark that there is none. */
export type Received = ExactJson | typeof nothing;
