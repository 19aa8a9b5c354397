import { UserError } from '../../../diagnostics/user-error.js';
import type { Variables } from './env-file.js';

/** The longest chain of variables that refer to each other. A longer one is a mistake. */
const maxDepth = 1_000;
/** The longest value. A longer one comes from variables that multiply each other. */
const maxLength = 1024 * 1024;
/** The names that a value refers to: `$NAME`, `${NAME}`, and the expander's forms with operators after the name. */
const reference = /\$\{([\w.]+)|\$([A-Za-z_]\w*)/g;

/**
 * Expands `$NAME` and `${NAME}` in the values of a file with the framework's own expander. A name means the environment's
 * variable, else the file's, wherever it is in the file; a reference of a variable to itself is empty.
 *
 * The expander gets one value at a time, with the values of its names. Given a whole file, it never ends if variables refer
 * to each other in a circle, and it also expands names within the environment's values.
 * @throws UserError if values grow out of bounds
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
    // Without this, the expander would find members of every object, such as `constructor`.
    const processEnv: Record<string, string> = Object.create(null);
    for (const [, braced, bare] of raw.matchAll(reference)) {
      const other = braced ?? bare ?? '';
      const value = Object.hasOwn(environment, other)
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
