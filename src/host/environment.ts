/** The environment of a process, as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * An environment of several sources, of which the later ones win. It can be read and changed as a plain object. On Windows the
 * case of a name means nothing in it, as in `process.env`, of which a plain copy would lose that: shells there call the search
 * path `Path`.
 */
export function environmentOf(...sources: readonly Environment[]): Record<string, string> {
  const environment = process.platform === 'win32' ? caseless() : {};
  for (const source of sources) {
    for (const [name, value] of Object.entries(source)) {
      if (value !== undefined) environment[name] = value;
    }
  }
  return environment;
}

/** What a property is that was made by an assignment. */
const asAssigned = { configurable: true, enumerable: true, writable: true };

/** An environment in which the case of a name means nothing. A name is kept as it was written last. */
export function caseless(): Record<string, string> {
  const names = new Map<string, string>();
  const keptAs = (name: string | symbol): string | symbol =>
    typeof name === 'string' ? (names.get(name.toUpperCase()) ?? name) : name;
  const forget = (name: string | symbol): void => {
    if (typeof name === 'string') names.delete(name.toUpperCase());
  };
  return new Proxy<Record<string, string>>(
    {},
    {
      get: (kept, name) => Reflect.get(kept, keptAs(name)),
      has: (kept, name) => Reflect.has(kept, keptAs(name)),
      getOwnPropertyDescriptor: (kept, name) => Reflect.getOwnPropertyDescriptor(kept, keptAs(name)),
      defineProperty: (kept, name, description) => {
        const before = keptAs(name);
        if (before !== name) Reflect.deleteProperty(kept, before);
        if (typeof name === 'string') names.set(name.toUpperCase(), name);
        return Reflect.defineProperty(kept, name, { ...asAssigned, ...description });
      },
      deleteProperty: (kept, name) => {
        const isDeleted = Reflect.deleteProperty(kept, keptAs(name));
        forget(name);
        return isDeleted;
      },
    },
  );
}
