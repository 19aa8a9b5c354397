/** What differs between the versions of the framework, where a newer one contradicts an older one. */
export interface Dialect {
  /** Whether a backslash keeps a variable from being one: `\${self:service}`. */
  readonly escapes: boolean;
  /**
   * When and how `.env` files are read. `asked`: where `useDotenv` is true, the stage's file or else the general one, with
   * variables in them expanded. `always`: unless `useDotenv` is false, both files, as they are written.
   */
  readonly dotenv: 'asked' | 'always';
}

const version3: Dialect = { escapes: true, dotenv: 'asked' };
const version4: Dialect = { escapes: false, dotenv: 'always' };

/**
 * The dialect of a configuration: version 4's where its `frameworkVersion` is a range that admits no version before 4;
 * else version 3's, which versions 1 and 2 and osls share in all that matters here.
 */
export function dialectOf(frameworkVersion: unknown): Dialect {
  if (typeof frameworkVersion !== 'string' && typeof frameworkVersion !== 'number') return version3;
  const alternatives = String(frameworkVersion).split('||');
  return alternatives.every((range) => lowestMajor(range) >= 4) ? version4 : version3;
}

const comparator = /([\^~<>=]*)\s*v?(\d+)((?:\.[\dx*]+)*)/gi;

/** The lowest major version that a range of npm's grammar admits; 0 where it has no lower bound. */
function lowestMajor(range: string): number {
  const [start = ''] = range.split(/\s-\s/, 1);
  const bounds = [...start.matchAll(comparator)]
    .filter(([, operator = '']) => !operator.startsWith('<'))
    .map(([, operator, major, rest]) => Number(major) + (operator === '>' && rest === '' ? 1 : 0));
  return Math.max(0, ...bounds);
}
