/** The variables whose configured values are not resolved: some, or all of them. */
export type OverriddenNames = readonly string[] | 'all';

/** The names as a set. */
export function overriddenSet(names: OverriddenNames = []): ReadonlySet<string> {
  return names === 'all' ? new EveryName() : new Set(names);
}

/** A set that every name is in. */
class EveryName extends Set<string> {
  override has(): boolean {
    return true;
  }
}
