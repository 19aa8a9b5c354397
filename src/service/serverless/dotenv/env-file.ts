import { existsSync } from 'node:fs';
import { readText } from '../../document/read-text.js';

/** Variables of an environment by their names. */
export type Variables = Readonly<Record<string, string>>;

/**
 * Reads a `.env` file with the framework's own parser; `undefined` if there is none. The parser is loaded for the first
 * file.
 * @throws UserError where the file can't be read, or is not UTF-8.
 */
export async function readEnvFile(path: string): Promise<Variables | undefined> {
  const text = existsSync(path) ? await readText(path) : undefined;
  if (text === undefined) return undefined;
  const { parse } = await import('dotenv');
  return parse(text);
}

/** The variables of a file that are not in the environment already. */
export function withoutThoseOf(environment: Variables, variables: Variables): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !Object.hasOwn(environment, name)));
}
