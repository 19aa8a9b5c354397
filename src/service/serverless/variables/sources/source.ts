import type { ConfigNode } from '../../../document/config-node.js';

/** A variable's question to its source, with inner variables resolved. */
export interface SourceCall {
  readonly params: readonly unknown[];
  readonly address: string | undefined;
}

/** Reads values of the configuration. */
export interface ValueAccess {
  /** The value at a path below a node, resolved only as far as needed to get there; `undefined` if there is none. */
  walk(from: ConfigNode, path: readonly string[]): Promise<ConfigNode | undefined>;
  /** A value with everything in it resolved. */
  value(node: ConfigNode): Promise<unknown>;
}

/** What a source may ask for while it answers. Its variable then waits for that. */
export interface SourceAccess extends ValueAccess {
  /**
   * Does work that several variables may need only once. The node identifies it, also in messages. Later callers wait for
   * it, and variables that wait for each other in a circle are detected.
   */
  share<Result>(node: ConfigNode, work: (access: SourceAccess) => Promise<Result>): Promise<Result>;
}

/** Why a variable has no value. */
export interface MissingValue {
  /** The reason, worded to follow the variable's name. */
  readonly reason: string;
  readonly hint?: string;
  /** The question that the caller may answer: the variable's text without `${}`. */
  readonly question?: string;
}

/** A source of values for variables. */
export interface Source {
  /**
   * The value; `undefined` if there is none, in which case the next source is used.
   * @throws SourceFailure if the question is wrong, or has no answer
   */
  resolve(call: SourceCall, access: SourceAccess): Promise<ConfigNode | undefined>;
  /** Explains why there is no value, and what to do. */
  explainMissing(call: SourceCall): MissingValue;
}
