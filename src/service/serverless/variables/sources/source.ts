import type { ConfigNode } from '../../config-node.js';

/** What a variable asks of its source, every inner variable resolved. */
export interface SourceCall {
  readonly params: readonly unknown[];
  readonly address: string | undefined;
}

/** What a source may ask back while it answers. What it asks for is what its variable waits for. */
export interface SourceAccess {
  /** The value at a path below a node, as far as it must be resolved to get there; `undefined` where there is none. */
  walk(from: ConfigNode, path: readonly string[]): Promise<ConfigNode | undefined>;
  /** A value with everything in it resolved. */
  value(node: ConfigNode): Promise<unknown>;
}

/** Where variables get values from. */
export interface Source {
  /**
   * The value, `undefined` where there is none: the next source is asked then.
   * @throws SourceFailure where the question is wrong, or has no answer.
   */
  resolve(call: SourceCall, access: SourceAccess): Promise<ConfigNode | undefined>;
  /** Says why there is no value, as the end of a sentence that begins with the variable's name, and what to do. */
  explainMissing(call: SourceCall): { readonly reason: string; readonly hint?: string };
}
