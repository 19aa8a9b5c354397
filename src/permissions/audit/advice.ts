import type { Statement } from '../policy/statement.js';

/** One of the configuration's own statements that allow something, and which actions calls needed it for. */
export interface StatementUse {
  readonly statement: Statement;
  readonly actions: ReadonlySet<string>;
  /** Whether calls may have needed it of which nothing is known. */
  readonly isPerhaps: boolean;
}

/** A statement that is more than calls needed. */
export type Advice =
  /** No call needed it. */
  | { readonly kind: 'unused'; readonly statement: Statement }
  /** It has a wildcard for actions, of which one was needed. */
  | { readonly kind: 'wide'; readonly statement: Statement; readonly pattern: string; readonly action: string };

/** What the uses of statements say of them. */
export function adviceOn(uses: readonly StatementUse[]): Advice[] {
  const known = uses.filter(({ isPerhaps }) => !isPerhaps);
  return [
    ...known.flatMap(({ statement, actions }): Advice[] => (actions.size === 0 ? [{ kind: 'unused', statement }] : [])),
    ...known.flatMap(({ statement, actions }): Advice[] => {
      const [action, ...others] = actions;
      if (action === undefined || others.length > 0 || statement.actions.isExclusion) return [];
      const pattern = statement.actions.texts.find((text) => text.includes('*'));
      return pattern === undefined ? [] : [{ kind: 'wide', statement, pattern, action }];
    }),
  ];
}

/** Gathers uses of many invocations, whose functions may share a statement. */
export class StatementUses {
  readonly #uses = new Map<
    string,
    { readonly statement: Statement; readonly actions: Set<string>; isPerhaps: boolean }
  >();

  add(uses: readonly StatementUse[]): void {
    for (const { statement, actions, isPerhaps } of uses) {
      const key = keyOf(statement);
      const known = this.#uses.get(key) ?? { statement, actions: new Set<string>(), isPerhaps: false };
      for (const action of actions) known.actions.add(action);
      known.isPerhaps ||= isPerhaps;
      this.#uses.set(key, known);
    }
  }

  advice(): Advice[] {
    return adviceOn([...this.#uses.values()]);
  }
}

/** A statement is the same in all functions that have it from the same place. */
function keyOf({ source, sid, location, actions, resources, conditions }: Statement): string {
  return JSON.stringify([source, sid, location, actions, resources, conditions]);
}
