/** How variables are written. */
export interface Grammar {
  /** Whether a backslash keeps a variable from being one: `\${self:service}`. */
  readonly escapes: boolean;
  /** Whether further dollar signs right before a variable are dropped: `$${self:service}`. */
  readonly dropsDollars: boolean;
  /** Whether fallbacks may stand behind a literal, which are never reached. */
  readonly literalsAnywhere: boolean;
  /** Whether names of sources may begin with a capital, and have underscores: what is written so is not text then. */
  readonly anyNames: boolean;
}

/** The grammar of what a script gives: data in it is escaped before it is read, whatever the dialect. */
export function inScripts(grammar: Grammar): Grammar {
  return { ...grammar, escapes: true };
}

/** What differs between the versions of the framework, where a newer one contradicts an older one. */
export interface Dialect {
  readonly grammar: Grammar;
  /** What `null` is inside a longer text: an error, or the word. */
  readonly nullInText: 'error' | 'word';
  /** What a date that is not quoted is in YAML: the text that it is, or that of the instant, as JSON writes it. */
  readonly dates: 'text' | 'instant';
  /**
   * When and how `.env` files are read. `asked`: where `useDotenv` is true, the stage's file or else the general one, with
   * variables in them expanded. `always`: unless `useDotenv` is false, both files, as they are written.
   */
  readonly dotenv: 'asked' | 'always';
  /** Whether there may be `params` where there are `stages`. */
  readonly paramsBesideStages: boolean;
  /**
   * When the identity that the service names for itself counts. `last`: `provider.profile`, after the environment's keys
   * and profile. `first`: before those, a resolver of the type `aws`, then `provider.profile`; and the resolver's region
   * before the provider's.
   */
  readonly ownIdentity: 'last' | 'first';
}

export const version3: Dialect = {
  grammar: { escapes: true, dropsDollars: true, literalsAnywhere: false, anyNames: false },
  nullInText: 'error',
  dates: 'text',
  dotenv: 'asked',
  paramsBesideStages: true,
  ownIdentity: 'last',
};

export const version4: Dialect = {
  grammar: { escapes: false, dropsDollars: false, literalsAnywhere: true, anyNames: true },
  nullInText: 'word',
  dates: 'instant',
  dotenv: 'always',
  paramsBesideStages: false,
  ownIdentity: 'first',
};

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
