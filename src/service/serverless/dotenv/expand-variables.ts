import { UserError } from '../../../diagnostics/user-error.js';
import { hasVariable, type Variables } from './env-file.js';

/** More variables than that, each made of the next one, are a mistake. */
const maxDepth = 1_000;
/** A longer value is the work of variables that multiply each other. */
const maxLength = 1024 * 1024;
/** The names that a value refers to: `$NAME`, `${NAME}`, and what the expander takes with operators behind the name. */
const reference = /\$\{([\w.]+)|\$([A-Za-z_]\w*)/g;

/**
 * Expands `$NAME` and `${NAME}` in the values of a file by the framework's own expander. A name stands for the
 * environment's variable, else for the file's, wherever in the file that is; one that refers to itself is empty there.
 *
 * The expander is given one value at a time, with what its names stand for: with a whole file it never ends where
 * variables refer to each other in a circle, and it expands what the environment's values hold.
 * @throws UserError where values grow out of bounds.
 */
export async function expandVariables(variables: Variables, environment: Variables): Promise<Record<string, string>> {
  if (!Object.values(variables).some((value) => value.includes('$'))) return { ...variables };
  const { expand } = await import('dotenv-expand');
  const expanded = new Map<string, string>();

  const expandOne = (name: string, depth: number): string => {
    const known = expanded.get(name);
    if (known !== undefined) return known;
    if (depth > maxDepth) throw outOfBounds(name);
    expanded.set(name, '');
    const raw = variables[name] ?? '';
    // The expander would find what every object has, such as `constructor`.
    const processEnv: Record<string, string> = Object.create(null);
    for (const [, braced, bare] of raw.matchAll(reference)) {
      const other = braced ?? bare ?? '';
      const value = hasVariable(environment, other)
        ? environment[other]
        : Object.hasOwn(variables, other) && expandOne(other, depth + 1);
      if (value && other !== name) processEnv[other] = asReplacement(value);
      else if (other in Object.prototype) processEnv[other] = '';
    }
    const { parsed } = expand({ parsed: { [name]: raw }, processEnv });
    const value = parsed?.[name] ?? '';
    if (value.length > maxLength) throw outOfBounds(name);
    expanded.set(name, value);
    return value;
  };
  return Object.fromEntries(Object.keys(variables).map((name) => [name, expandOne(name, 0)]));
}

/** The expander unescapes `\$` at the end; and what it inserts is a replacement for `replace`, where `$$` is one `$`. */
function asReplacement(value: string): string {
  return value.replaceAll('$', '\\$$$$');
}

function outOfBounds(name: string): UserError {
  return new UserError({
    code: 'dotenv-too-large',
    message: `The variable ${name} of a .env file grows out of bounds as the variables in it are expanded.`,
    hint: 'Look for variables that are made of each other, or escape the dollar signs in it: \\$.',
  });
}
