import type { Call, Requirement } from '../call.js';

/** The permissions that an operation needs where they do not follow from its name. `[]`: none. */
export type Rule = (call: Call) => readonly Requirement[];

/** What is particular to a service. */
export interface ServiceRules {
  /** The names of actions of operations that are called otherwise. */
  readonly actions?: Readonly<Record<string, string>>;
  /** Operations that need no permission, or whose requests are not signed. */
  readonly free?: readonly string[];
  readonly rules?: Readonly<Record<string, Rule>>;
  /** The resource of a request, if it is not one of those that the gateway names. */
  readonly resource?: (call: Call) => string | undefined;
  /** What of a resource requests do not tell, where it has a `*` in its place: "the request does not tell …". */
  readonly untold?: string;
  /** The keys of the context that every request of the service has, or has for what it names. */
  readonly context?: (call: Call) => Readonly<Record<string, string | readonly string[]>>;
}
