/** What became of a step. */
export interface StepContext {
  readonly outcome: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The contexts that an expression can read: `steps`, and others by their name, such as `vars`, `matrix` and `github`. */
export interface Contexts {
  readonly steps: Readonly<Record<string, StepContext>>;
  readonly [name: string]: Readonly<Record<string, unknown>>;
}

/**
 * The expressions of a check: a member of a context (`steps.<id>.outputs.<name>`, `vars.<name>`), and `fromJSON(...).<member>` of
 * one. What a context does not have is empty.
 * @throws Error for any other, and for a context that is not there.
 */
export function evaluate(expression: string, contexts: Contexts): unknown {
  const parsed = /^fromJSON\((.*)\)\.(\w+)$/.exec(expression);
  if (parsed !== null) {
    const [, inner = '', member = ''] = parsed;
    return memberOf(JSON.parse(String(evaluate(inner, contexts))), member);
  }
  const [context = '', ...path] = expression.split('.');
  if (!/^[\w.-]+$/.test(expression) || contexts[context] === undefined)
    throw new Error(`An expression that the harness does not know: ${expression}`);
  return path.reduce(memberOf, contexts[context]);
}

function memberOf(value: unknown, member: string): unknown {
  return (value as Record<string, unknown> | undefined)?.[member];
}

/** A text with the values of its `${{ expressions }}` in their place. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) =>
    String(evaluate(expression, contexts) ?? ''),
  );
}
