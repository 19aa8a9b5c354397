/** What a value that is expected may be of. */
export type ValueType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'list' | 'null' | 'value';

/** A number that JSON writes with more digits than a double holds: its text. */
export interface ExactNumber {
  readonly exactNumber: string;
}

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
  | { readonly kind: 'range'; readonly written: string; readonly bounds: readonly NumberBound[] }
  | { readonly kind: 'one-of'; readonly choices: readonly Pattern[] }
  /** No such member. */
  | { readonly kind: 'absent' };

/** One end of a range of numbers. */
export interface NumberBound {
  readonly operator: '>' | '>=' | '<' | '<=';
  readonly value: number;
}
