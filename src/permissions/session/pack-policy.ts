import type { PolicySet, Statement } from '../policy/statement.js';

/** The most characters of a session policy. Source: AWS STS API reference, "AssumeRole", `Policy`. */
export const maxPolicyCharacters = 2048;

/** A session policy, or why there is none. */
export type PackedPolicy =
  | { readonly kind: 'packed'; readonly text: string }
  | { readonly kind: 'too-long'; readonly characters: number }
  /** Names in it are known only once the function is deployed. */
  | { readonly kind: 'open'; readonly names: readonly string[] };

/** An account that a policy has in place of the function's own. */
export interface AccountInPlace {
  readonly standIn: string;
  readonly actual: string;
}

/**
 * The policy of a function as that of a session, as short as it can be: statements with the same resources are one, actions and
 * resources that others include go.
 * @param names physical ids by the names that only a deploy knows
 * @param account the function's, where another one stands in for it
 */
export function packPolicy(
  { statements }: PolicySet,
  names: ReadonlyMap<string, string>,
  account?: AccountInPlace,
): PackedPolicy {
  const open = new Set<string>();
  const inAccount = (text: string): string =>
    account === undefined ? text : text.replaceAll(`:${account.standIn}:`, `:${account.actual}:`);
  const named = (text: string): string =>
    inAccount(text).replaceAll(/\$\{([A-Za-z0-9]+(?:\.[\w.]+)?|(?:import|ssm) [^}]+)\}/g, (whole, name: string) => {
      const value = names.get(name);
      if (value === undefined) open.add(name);
      return value ?? whole;
    });
  const groups = new Map<string, Packed>();
  for (const [index, statement] of statements.entries()) {
    const packed = packedStatement(statement, named);
    const { actions, ...rest } = packed;
    // What a statement leaves out is its own.
    const key = JSON.stringify(rest.isActionExclusion ? { index } : rest);
    const others = groups.get(key)?.actions ?? [];
    const all = rest.isActionExclusion ? actions : withoutIncluded([...others, ...actions]);
    groups.set(key, { ...packed, actions: all });
  }
  if (open.size > 0) return { kind: 'open', names: [...open] };
  const kept = withoutCovered([...groups.values()]);
  const text = JSON.stringify({ Version: '2012-10-17', Statement: kept.map(jsonOf) });
  return text.length > maxPolicyCharacters ? { kind: 'too-long', characters: text.length } : { kind: 'packed', text };
}

interface Packed {
  readonly effect: Statement['effect'];
  readonly isActionExclusion: boolean;
  readonly actions: readonly string[];
  readonly isResourceExclusion: boolean;
  readonly resources: readonly string[];
  readonly conditions: Statement['conditions'];
}

function packedStatement(
  { effect, actions, resources, conditions }: Statement,
  named: (text: string) => string,
): Packed {
  const own = resources.texts.map(named);
  return {
    effect,
    isActionExclusion: actions.isExclusion,
    actions: actions.isExclusion ? actions.texts : withoutIncluded(actions.texts),
    isResourceExclusion: resources.isExclusion,
    resources: resources.isExclusion ? own : withoutIncluded(own),
    conditions: conditions.map((each) => ({ ...each, values: each.values.map(named) })),
  };
}

/** Patterns without those that another one includes. */
function withoutIncluded(patterns: readonly string[]): string[] {
  const distinct = [...new Set(patterns)].sort();
  return distinct.filter((one) => !distinct.some((other) => other !== one && includes(other, one)));
}

/** Whether all that a pattern means is meant by another one: only a star at its end is taken for more than itself. */
function includes(wide: string, narrow: string): boolean {
  return wide.endsWith('*') && !/[*?]/.test(wide.slice(0, -1)) && narrow.startsWith(wide.slice(0, -1));
}

/** Allowing statements without those whose actions and resources another one allows too, under no condition. */
function withoutCovered(statements: readonly Packed[]): Packed[] {
  const isPlain = ({ effect, isActionExclusion, isResourceExclusion, conditions }: Packed): boolean =>
    effect === 'Allow' && !isActionExclusion && !isResourceExclusion && conditions.length === 0;
  const covers = (wide: Packed, narrow: Packed): boolean =>
    narrow.actions.every((action) => wide.actions.some((other) => other === action || includes(other, action))) &&
    narrow.resources.every((resource) =>
      wide.resources.some((other) => other === resource || includes(other, resource)),
    );
  return statements.filter(
    (one, index) =>
      !isAllow(one) ||
      !statements.some(
        (other, at) => at !== index && isPlain(other) && covers(other, one) && (at < index || !covers(one, other)),
      ),
  );
}

function isAllow({ effect, isActionExclusion, isResourceExclusion }: Packed): boolean {
  return effect === 'Allow' && !isActionExclusion && !isResourceExclusion;
}

function jsonOf({ effect, isActionExclusion, actions, isResourceExclusion, resources, conditions }: Packed) {
  const condition: Record<string, Record<string, string | readonly string[]>> = {};
  for (const { operator, key, values } of conditions) {
    condition[operator] = { ...condition[operator], [key]: short(values) };
  }
  return {
    Effect: effect,
    [isActionExclusion ? 'NotAction' : 'Action']: short(actions),
    [isResourceExclusion ? 'NotResource' : 'Resource']: short(resources),
    ...(conditions.length === 0 ? {} : { Condition: condition }),
  };
}

/** A list of one is the one. */
function short(values: readonly string[]): string | readonly string[] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}
