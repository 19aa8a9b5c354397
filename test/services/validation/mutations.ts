import fc from 'fast-check';

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A configuration with one thing in it changed, and what that was. */
export interface Mutation {
  readonly what: string;
  readonly configuration: Json;
}

type Path = readonly string[];

/** What the framework does not look at, or only as a whole. */
const skipped = new Set(['custom', 'resources', 'environment', 'plugins', 'params', 'Fn::Sub', 'runtime', 'outputs']);

function pathsIn(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value)
    .filter(([key]) => !skipped.has(key))
    .filter(([key]) => path[0] !== 'provider' || !['name', 'region'].includes(key))
    .flatMap(([key, member]) => pathsIn(member, [...path, key]));
  return [path, ...below];
}

/** The configuration with another value at a path, and its key spelled otherwise; `undefined` leaves it out. */
function changed(value: Json, [key, ...rest]: Path, change: (value: Json) => Json | undefined, name?: string): Json {
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([member, old]): [string, Json][] => {
    if (member !== key) return [[member, old]];
    const next = rest.length === 0 ? change(old) : changed(old, rest, change, name);
    return next === undefined ? [] : [[rest.length === 0 ? (name ?? member) : member, next]];
  });
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

const misspelt = (key: string, at: number, kind: number): string => {
  const place = at % key.length;
  if (kind === 0) return key.slice(0, place) + key.slice(place + 1) || `${key}x`;
  if (kind === 1) return `${key.slice(0, place)}q${key.slice(place)}`;
  return `${key.slice(0, place)}${key.charAt(place) === 'z' ? 'y' : 'z'}${key.slice(place + 1)}`;
};

const otherValues: readonly Json[] = [
  '1536MB',
  '',
  'no such thing',
  -1,
  1.5,
  99_999,
  true,
  [],
  ['a', 'b'],
  {},
  { nothing: 'known' },
  { Ref: 'Thing' },
];

const addedNames: readonly string[] = ['timout', 'memorysize', 'nothing', 'handlr', 'layer'];

/** Configurations that each differ from a real one in one place. */
export function mutationOf(configurations: readonly Json[]): fc.Arbitrary<Mutation> {
  return fc
    .tuple(fc.nat(), fc.nat(), fc.nat({ max: 9 }), fc.nat(), fc.nat({ max: 2 }))
    .map(([which, where, kind, seed, spelling]) => {
      const configuration = configurations[which % configurations.length] ?? {};
      // Only the layers that a function uses are compared, so none is added.
      const paths = pathsIn(configuration).filter((path) => path.length > 0 && path.join('.') !== 'layers');
      const path = paths[where % paths.length] ?? [];
      const key = path.at(-1) ?? '';
      const name = path.join('.');
      const isItem = /^\d+$/.test(key);
      if (kind < 4 && !isItem) {
        const wrong = misspelt(key, seed, spelling);
        return { what: `${name} is ${wrong}`, configuration: changed(configuration, path, (value) => value, wrong) };
      }
      if (kind === 4) return { what: `no ${name}`, configuration: changed(configuration, path, () => undefined) };
      if (kind === 5) {
        const added = addedNames[seed % addedNames.length] ?? '';
        const add = (value: Json): Json =>
          typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, [added]: 1 } : value;
        return { what: `${added} in ${name}`, configuration: changed(configuration, path, add) };
      }
      const other = otherValues[seed % otherValues.length] ?? '';
      return { what: `${name} = ${JSON.stringify(other)}`, configuration: changed(configuration, path, () => other) };
    });
}
