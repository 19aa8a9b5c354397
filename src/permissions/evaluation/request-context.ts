/** What is known of a key of the request's context. */
export type ContextValue =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  /** The request surely has no such key. */
  | { readonly kind: 'absent' }
  /** Only AWS knows it. */
  | { readonly kind: 'unknown' };

/** The context of a request. Names of keys are in lower case, as IAM does not tell cases of them apart. */
export interface RequestContext {
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Whether a key that has no value is surely absent. */
  isAbsent(key: string): boolean;
}

/** A context of which everything is known. */
export function completeContext(values: Readonly<Record<string, string | readonly string[]>>): RequestContext {
  return { values: contextValues(values), isAbsent: () => true };
}

/** The values of a context, their keys in lower case. */
export function contextValues(
  values: Readonly<Record<string, string | readonly string[]>>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(values).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value]),
  );
}

/** What a context says of a key. */
export function contextValue(context: RequestContext, key: string): ContextValue {
  const name = key.toLowerCase();
  const values = context.values.get(name);
  if (values !== undefined) return { kind: 'values', values };
  return { kind: context.isAbsent(name) ? 'absent' : 'unknown' };
}
