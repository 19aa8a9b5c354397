/** The actions of a service. */
export interface ServiceFacts {
  /** The formats of the ARNs of its resources, with variables such as `${Account}`. */
  readonly arns: readonly string[];
  /**
   * For each action the formats of the resources that it is about, by their places; one that it may lack by the negative of its
   * place less one.
   */
  readonly actions: Readonly<Record<string, readonly number[]>>;
}

/** The facts of services, by the prefixes of their actions. */
export type ActionFacts = Readonly<Record<string, ServiceFacts>>;

let facts: Promise<ActionFacts> | undefined;

/** Loads the facts, which are a chunk of their own. */
export function loadActionFacts(): Promise<ActionFacts> {
  facts ??= import('./actions-data.js').then(({ actionsText }) => JSON.parse(actionsText) as ActionFacts);
  return facts;
}

/** Whether an ARN has a format. */
export function hasFormat(arn: string, format: string): boolean {
  const pattern = format
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(arn);
}
