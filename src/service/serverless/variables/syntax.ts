/** A string of the configuration with variables: its plain texts and variables, in order. */
export type Template = readonly (string | Variable)[];

/** A `${…}`. */
export interface Variable {
  /** Its text, from `${` to `}`. */
  readonly text: string;
  /** Its start in its string, in UTF-16 units. */
  readonly offset: number;
  /** The sources to try, in order: the first one that has a value wins. */
  readonly sources: readonly VariableSource[];
}

export type VariableSource = LiteralSource | TypedSource;

/** A literal fallback. A text may contain variables itself. */
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
  /** Its text as written. */
  readonly text: string;
}

/** A malformed `${…}`. */
export class VariableSyntaxError extends Error {
  /** The whole variable, as far as its end can be found. */
  readonly text: string;
  /** The variable's start in the string. */
  readonly offset: number;

  constructor(message: string, text: string, offset: number) {
    super(message);
    this.text = text;
    this.offset = offset;
  }
}
