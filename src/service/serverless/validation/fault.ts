import type { Snapshot } from './snapshot.js';

/** What is wrong with a value, by the framework's own schema. */
export type Fault =
  /** A member that the framework does not know. `known` are the names that it knows there. */
  | { readonly kind: 'unknown-property'; readonly snapshot: Snapshot; readonly known: readonly string[] }
  /** An event of a kind that the framework does not know. */
  | { readonly kind: 'unknown-event'; readonly snapshot: Snapshot; readonly known: readonly string[] }
  /** A member that has to be there. */
  | { readonly kind: 'missing'; readonly snapshot: Snapshot; readonly name: string }
  /** A value of another kind than the one that is wanted. */
  | { readonly kind: 'type'; readonly snapshot: Snapshot; readonly expected: string }
  /** A value that is of the right kind, and wrong. `expected` continues a sentence that begins with its name. */
  | { readonly kind: 'value'; readonly snapshot: Snapshot; readonly expected: string };

/** The path of what is wrong, which tells faults apart. A property that is unknown or missing has a place of its own. */
export function placeOf(fault: Fault): string {
  const path = fault.kind === 'missing' ? [...fault.snapshot.path, fault.name] : fault.snapshot.path;
  return JSON.stringify(path);
}
