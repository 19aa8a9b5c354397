import type { ExactJson, ExactNumber } from '../../json/exact-number.js';

/** The types that `any(…)` tells apart. */
export const valueTypes = ['string', 'number', 'integer', 'boolean', 'object', 'list', 'null', 'value'] as const;

export type ValueType = (typeof valueTypes)[number];

/** What a value must be like: what stands in a case file, read once. */
export type Pattern =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null | ExactNumber }
  /** Further members are fine, unless it is exact. */
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Pattern>; readonly exact: boolean }
  /** As many items, each like its own pattern. */
  | { readonly kind: 'list'; readonly items: readonly Pattern[] }
  /** As many items, in any order. */
  | { readonly kind: 'unordered'; readonly items: readonly Pattern[] }
  | { readonly kind: 'any'; readonly type: ValueType }
  | { readonly kind: 'regex'; readonly regex: RegExp }
  /** A number within all of the bounds. */
  | { readonly kind: 'range'; readonly written: string; readonly bounds: readonly NumberBound[] }
  | { readonly kind: 'one-of'; readonly choices: readonly Pattern[] }
  /** No such member. */
  | { readonly kind: 'absent' };

/** One end of a range of numbers. */
export interface NumberBound {
  readonly operator: '>' | '>=' | '<' | '<=';
  readonly value: number;
}

/** What is there instead of a value where there is none. */
export const nothing: unique symbol = Symbol('nothing');

/** A value that is judged, or that there is none. */
export type Received = ExactJson | typeof nothing;
