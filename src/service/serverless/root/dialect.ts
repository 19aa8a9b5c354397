import type { DateStyle } from '../../document/yaml-scalars.js';

/** How variables are written. */
export interface Grammar {
  /** Whether a backslash escapes a variable: `\${self:service}`. */
  readonly escapes: boolean;
  /** Whether further dollar signs right before a variable are dropped: `$${self:service}`. */
  readonly dropsDollars: boolean;
  /** Whether a literal may be followed by fallbacks, which are never reached. */
  readonly literalsAnywhere: boolean;
  /** Whether names of sources may begin with a capital and contain underscores. If not, such a `${…}` is text. */
  readonly anyNames: boolean;
  /** Whether `${service.Output}` is a variable: it is in the file of a composition, which has outputs of its services. */
  readonly outputs: boolean;
}

/** The grammar for the result of a script, in which data was escaped, whatever the dialect. */
export function inScripts(grammar: Grammar): Grammar {
  return { ...grammar, escapes: true };
}

/** The grammar of a composition's file: that of a configuration, and `${service.Output}`. */
export function ofComposition(grammar: Grammar): Grammar {
  return { ...grammar, outputs: true };
}

/** The differences between versions of the framework that contradict each other. */
export interface Dialect {
  readonly grammar: Grammar;
  /** What `null` becomes inside a longer text: an error, or the word. */
  readonly nullInText: 'error' | 'word';
  /** What a date without quotes becomes in YAML: its own text, or the instant as JSON writes it. */
  readonly dates: DateStyle;
  /**
   * When and how `.env` files are read. `asked`: if `useDotenv` is true, the stage's file or else the general one, with
   * variables expanded. `always`: both files without expanding variables, unless `useDotenv` is false.
   */
  readonly dotenv: 'asked' | 'always';
  /** Whether `params` may be used together with `stages`. */
  readonly paramsBesideStages: boolean;
  /**
   * The precedence of the service's own identity. `last`: `provider.profile` comes after the environment's keys and profile.
   * `first`: a resolver of the type `aws` and then `provider.profile` come before those, and the resolver's region before
   * the provider's.
   */
  readonly ownIdentity: 'last' | 'first';
  /**
   * What a composition gives to a service. `flags`: its stage (`dev` where none is given), region and params, as if they
   * were flags of the command. `defaults`: params for which the service has none of its own, and variables of the `.env`
   * files beside the composition.
   */
  readonly composed: 'flags' | 'defaults';
}

export const version3: Dialect = {
  grammar: { escapes: true, dropsDollars: true, literalsAnywhere: false, anyNames: false, outputs: false },
  nullInText: 'error',
  dates: 'text',
  dotenv: 'asked',
  paramsBesideStages: true,
  ownIdentity: 'last',
  composed: 'flags',
};

export const version4: Dialect = {
  grammar: { escapes: false, dropsDollars: false, literalsAnywhere: true, anyNames: true, outputs: false },
  nullInText: 'word',
  dates: 'instant',
  dotenv: 'always',
  paramsBesideStages: false,
  ownIdentity: 'first',
  composed: 'defaults',
};

/**
 * The dialect of a configuration: version 4's if its `frameworkVersion` allows no version below 4, else version 3's.
 * Versions 1 and 2 and osls do not differ from version 3 in what matters here.
 */
export function dialectOf(frameworkVersion: unknown): Dialect {
  if (typeof frameworkVersion !== 'string' && typeof frameworkVersion !== 'number') return version3;
  const alternatives = String(frameworkVersion).split('||');
  return alternatives.every((range) => lowestMajor(range) >= 4) ? version4 : version3;
}

const comparator = /([\^~<>=]*)\s*v?(\d+)((?:\.[\dx*]+)*)/gi;

/** The lowest major version that a range in npm's grammar allows; 0 if it has no lower bound. */
export function lowestMajor(range: string): number {
  const [start = ''] = range.split(/\s-\s/, 1);
  const bounds = [...start.matchAll(comparator)]
    .filter(([, operator = '']) => !operator.startsWith('<'))
    .map(([, operator, major, rest]) => Number(major) + (operator === '>' && rest === '' ? 1 : 0));
  return Math.max(0, ...bounds);
}

/** The highest major version that a range in npm's grammar allows; infinite if it has no upper bound. */
export function highestMajor(range: string): number {
  const [, end] = range.split(/\s-\s/, 2);
  if (end !== undefined) return highestMajor(`<=${end}`);
  const bounds = [...range.matchAll(comparator)]
    .filter(([, operator = '']) => !operator.startsWith('>'))
    .map(([, operator, major, rest = '']) => Number(major) - (operator === '<' && /^[.0x*]*$/.test(rest) ? 1 : 0));
  return Math.min(Number.POSITIVE_INFINITY, ...bounds);
}
