import { UserError } from '../../../diagnostics/user-error.js';
import { type ConfigNode, childNodes } from '../../document/config-node.js';
import { VariableError } from '../variables/problem.js';
import type { Resolver } from '../variables/resolver.js';

/** A value of the configuration with its variables resolved as far as that is possible without asking anybody. */
export type Snapshot = SnapshotPlace &
  (
    | { readonly kind: 'mapping'; readonly members: ReadonlyMap<string, Snapshot> }
    | { readonly kind: 'list'; readonly items: readonly Snapshot[] }
    | { readonly kind: 'scalar'; readonly value: Scalar; readonly isWritten: boolean }
    /** Its value is not known. */
    | { readonly kind: 'unknown' }
  );

export type Scalar = string | number | boolean | null;

/** Where a value stands. */
interface SnapshotPlace {
  /** Its path in the configuration. */
  readonly path: readonly string[];
  /** As it is written. */
  readonly node: ConfigNode;
}

/**
 * Reads a value and everything in it. Members that are `null` count as not there, as in the framework.
 * @param resolver one that resolves only what is at hand
 * @param path by default that of the node
 */
export function snapshotOf(
  node: ConfigNode,
  resolver: Resolver,
  path: readonly string[] = node.path,
): Snapshot | Promise<Snapshot> {
  const { value, replaced } = node;
  if (typeof value === 'string' && value.includes('${')) return settledSnapshot(node, resolver, path);
  return settledValue(replaced === undefined ? node : { ...node, replaced }, node, resolver, path);
}

async function settledSnapshot(node: ConfigNode, resolver: Resolver, path: readonly string[]): Promise<Snapshot> {
  try {
    return await settledValue(await resolver.settle(node), node, resolver, path);
  } catch (error) {
    if (error instanceof VariableError || error instanceof UserError) return { kind: 'unknown', path, node };
    throw error;
  }
}

function settledValue(
  settled: ConfigNode,
  node: ConfigNode,
  resolver: Resolver,
  path: readonly string[],
): Snapshot | Promise<Snapshot> {
  const { value } = settled;
  if (typeof value !== 'object' || value === null) {
    const isWritten = settled === node;
    return { kind: 'scalar', path, node, value: (value ?? null) as Scalar, isWritten };
  }
  const children = childNodes(settled).map((child) => snapshotOf(child, resolver, [...path, child.path.at(-1) ?? '']));
  const build = (snapshots: readonly Snapshot[]): Snapshot =>
    Array.isArray(value)
      ? { kind: 'list', path, node, items: snapshots }
      : { kind: 'mapping', path, node, members: membersOf(snapshots) };
  const isDone = children.every((child) => !(child instanceof Promise));
  return isDone ? build(children as Snapshot[]) : Promise.all(children).then(build);
}

function membersOf(snapshots: readonly Snapshot[]): Map<string, Snapshot> {
  const present = snapshots.filter((snapshot) => !(snapshot.kind === 'scalar' && snapshot.value === null));
  return new Map(present.map((snapshot) => [snapshot.path.at(-1) ?? '', snapshot]));
}

/** Merges one value into another as the framework merges its lists of functions. */
export function mergeSnapshots(base: Snapshot, extension: Snapshot): Snapshot {
  if (base.kind === 'mapping' && extension.kind === 'mapping') {
    const members = new Map(base.members);
    for (const [key, value] of extension.members) {
      const known = members.get(key);
      members.set(key, known === undefined ? value : mergeSnapshots(known, value));
    }
    return { ...base, members };
  }
  if (base.kind === 'list' && extension.kind === 'list') {
    const merged = extension.items.map((item, index) => {
      const known = base.items[index];
      return known === undefined ? item : mergeSnapshots(known, item);
    });
    return { ...base, items: [...merged, ...base.items.slice(merged.length)] };
  }
  return extension;
}

/** A value without the members at the given dotted paths. */
export function without(snapshot: Snapshot, paths: readonly string[]): Snapshot {
  if (snapshot.kind !== 'mapping' || paths.length === 0) return snapshot;
  const members = new Map(snapshot.members);
  for (const path of paths) {
    const [name = '', ...rest] = path.split('.');
    const member = members.get(name);
    if (rest.length === 0) members.delete(name);
    else if (member !== undefined) members.set(name, without(member, [rest.join('.')]));
  }
  return { ...snapshot, members };
}
