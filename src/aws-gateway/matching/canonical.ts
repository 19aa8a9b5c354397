import type { Json, Members } from '../aws-call.js';
import { isMembers } from '../protocols/shapes.js';
import { isAsRecorded } from './left-out.js';

/** A value as JSON whose members are in alphabetical order: equal values have equal texts. */
export function canonical(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    isMembers(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** The members at some paths, such as `Item.id`; paths that lead nowhere are left out. */
export function membersAt(members: Members, paths: readonly string[]): Members {
  return Object.fromEntries(
    paths.flatMap((path) => {
      const found = path
        .split('.')
        .reduce<Json | undefined>(
          (value, step) => (Array.isArray(value) ? value[Number(step)] : isMembers(value) ? value[step] : undefined),
          members,
        );
      return found === undefined ? [] : [[path, found]];
    }),
  );
}

/** A place in which two values differ. */
export interface Difference {
  readonly path: string;
  /** As JSON; `nothing` where it is not there. */
  readonly recorded: string;
  readonly called: string;
}

/** The places in which a call differs from a recorded one, apart from what is left out of that. */
export function differencesOf(recorded: Json, called: Json): Difference[] {
  const [before, after] = [leaves(recorded), leaves(called)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)];
    const isSame = old !== undefined && now !== undefined && isAsRecorded(old, now);
    return isSame ? [] : [{ path, recorded: shown(old), called: shown(now) }];
  });
}

function leaves(value: Json, path = '', found = new Map<string, Json>()): Map<string, Json> {
  const entries = Array.isArray(value) ? [...value.entries()] : isMembers(value) ? Object.entries(value) : undefined;
  if (entries === undefined || entries.length === 0) found.set(path, value);
  else
    for (const [name, inner] of entries) leaves(inner as Json, path === '' ? String(name) : `${path}.${name}`, found);
  return found;
}

/** The longest value in a message, in characters. */
const maxShown = 120;

function shown(value: Json | undefined): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
