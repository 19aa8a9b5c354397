import type { ConfigNode } from '../../document/config-node.js';

/** What a variable asks of its source, every inner variable resolved. */
export interface SourceCall {
  readonly params: readonly unknown[];
  readonly address: string | undefined;
}

/** Reads values of the configuration. */
export interface ValueAccess {
  /** The value at a path below a node, as far as it must be resolved to get there; `undefined` where there is none. */
  walk(from: ConfigNode, path: readonly string[]): Promise<ConfigNode | undefined>;
  /** A value with everything in it resolved. */
  value(node: ConfigNode): Promise<unknown>;
}

/** What a source may ask back while it answers. What it asks for is what its variable waits for. */
export interface SourceAccess extends ValueAccess {
  /**
   * Does work that several variables may need once. The node names it, in messages too. Whoever asks for it again waits
   * for it, and a circle of those who wait for each other is found.
   */
  share<Result>(node: ConfigNode, work: (access: SourceAccess) => Promise<Result>): Promise<Result>;
}

/** Why a variable has no value. */
export interface MissingValue {
  /** The end of a sentence that begins with the variable's name. */
  readonly reason: string;
  readonly hint?: string;
  /** The question that the caller may answer: the variable's text without `${}`. */
  readonly question?: string;
}

/** Where variables get values from. */
export interface Source {
  /**
   * The value, `undefined` where there is none: the next source is asked then.
   * @throws SourceFailure where the question is wrong, or has no answer.
   */
  resolve(call: SourceCall, access: SourceAccess): Promise<ConfigNode | undefined>;
  /** Says why there is no value, and what to do. */
  explainMissing(call: SourceCall): MissingValue;
}
