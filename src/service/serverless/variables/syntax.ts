/** A string of the configuration that holds variables: plain text and variables, in their order. */
export type Template = readonly (string | Variable)[];

/** A `${…}`. */
export interface Variable {
  /** As it is written, from `${` to `}`. */
  readonly text: string;
  /** Where it starts in the string that it stands in, in UTF-16 units. */
  readonly offset: number;
  /** The sources to try, in order: the first one that has a value wins. */
  readonly sources: readonly VariableSource[];
}

export type VariableSource = LiteralSource | TypedSource;

/** A fallback that is written out. Text may hold variables of its own. */
export interface LiteralSource {
  readonly kind: 'literal';
  readonly value: LiteralValue | Template;
}

export type LiteralValue = string | number | boolean | null;

/** `type(params):address`. */
export interface TypedSource {
  readonly kind: 'typed';
  readonly type: string;
  readonly params: readonly (LiteralValue | Template)[];
  /** `undefined` where there is no `:`. */
  readonly address: string | Template | undefined;
  /** As it is written. */
  readonly text: string;
}

/** A `${…}` that is written wrongly. */
export class VariableSyntaxError extends Error {
  /** As far as it can be told, the whole variable. */
  readonly text: string;
  /** Where the variable starts in the string. */
  readonly offset: number;

  constructor(message: string, text: string, offset: number) {
    super(message);
    this.text = text;
    this.offset = offset;
  }
}
