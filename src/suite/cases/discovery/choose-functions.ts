import picomatch from 'picomatch';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { UserError } from '../../../diagnostics/user-error.js';

/** In the keys of functions, such as `Stack/Api/Handler`, a `*` goes across slashes. */
const acrossSlashes = { bash: true } as const;

/**
 * The functions whose keys match globs, in the order of the configuration. `!` in front of a glob excludes functions; if all
 * globs do, the others are chosen.
 * @throws UserError if a glob matches none
 */
export function chooseFunctions(patterns: readonly string[], names: readonly string[]): string[] {
  const away = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const taken = picomatch(away, acrossSlashes);
  const chosen = new Set<string>();
  const given = patterns.filter((pattern) => !pattern.startsWith('!'));
  for (const pattern of given.length === 0 ? ['*'] : given) {
    const isNamed = picomatch(pattern, acrossSlashes);
    const found = names.filter((name) => name === pattern || isNamed(name));
    if (found.length === 0) throw unknown(pattern, names);
    for (const name of found) chosen.add(name);
  }
  return names.filter((name) => chosen.has(name) && !taken(name));
}

function unknown(pattern: string, names: readonly string[]): UserError {
  const nearest = nearestName(pattern, names);
  const known = names.length === 0 ? 'The service has none.' : `They are ${names.join(', ')}.`;
  return new UserError({
    code: 'functions-unmatched',
    message: `No function of the service is named by ${pattern}.`,
    hint: nearest === undefined ? known : `Did you mean ${nearest}?`,
  });
}
