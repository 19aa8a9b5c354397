import { randomUUID } from 'node:crypto';
import {
  CORE_SCHEMA,
  defineScalarTag,
  floatCoreTag,
  intCoreTag,
  load,
  mergeTag,
  NOT_RESOLVED,
  YAMLException,
} from 'js-yaml';

import { UserError } from '../diagnostics/user-error.js';
import { excerptAt } from '../json/describe-error.js';
import { parseWithLooseFlow } from '../json/flow-in-yaml.js';

/**
 * Reads a YAML document (YAML 1.2, with merge keys) as JSON text. A number that is also valid in JSON keeps every digit:
 * `12345678901234567890`, `1.10`.
 * @param file absent for a text that is in no file
 * @param origin names the file in a message: `The event file a.yml`.
 * @throws UserError if it does not parse, or contains something that JSON can't express
 */
export async function yamlToJson(text: string, file: string | undefined, origin: string): Promise<string> {
  const mark = randomUUID();
  const fail = (what: string, location: { line?: number; column?: number } = {}, excerpt = '') =>
    new UserError({
      code: 'yaml-invalid',
      message: `${origin} ${what}.${excerpt}`,
      location: file === undefined ? undefined : { file, ...location },
    });
  let value: unknown;
  try {
    const schema = CORE_SCHEMA.withTags(mergeTag, exactNumberTags(mark));
    value = parseWithLooseFlow(text, (each) => load(each, { schema })).value;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw fail(`is not valid YAML: ${(error as Error).message}`);
    if (error.mark === undefined) throw fail(`is not valid YAML: ${error.reason}`);
    const line = error.mark.line + 1;
    const column = error.mark.column + 1;
    const excerpt = `\n${excerptAt(text, line, column)}`;
    throw fail(`is not valid YAML: ${error.reason} at line ${line}, column ${column}`, { line, column }, excerpt);
  }
  try {
    return unmarked(JSON.stringify(value, refuseNonFinite), mark);
  } catch (error) {
    throw fail(`says what JSON has no way to say: ${(error as Error).message.split('\n')[0]}`);
  }
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`"${key}" is ${value}`);
  return value;
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** The parser's numbers, except that a number which a double would change is kept as its text, with a mark in front. */
function exactNumberTags(mark: string) {
  return [intCoreTag, floatCoreTag].map(({ tagName, implicitFirstChars, resolve }) =>
    defineScalarTag<unknown>(tagName, {
      implicit: true,
      implicitFirstChars,
      resolve: (source, isExplicit, name) => {
        const number = resolve(source, isExplicit, name);
        const isExact = number === NOT_RESOLVED || String(number) === source || !jsonNumber.test(source);
        return isExact ? number : mark + source;
      },
      identify: () => false,
    }),
  );
}

/** Removes the marks from JSON text. A marked string is a number, unless it is a key, which stays quoted. */
function unmarked(json: string, mark: string): string {
  return json.replaceAll(new RegExp(`"${mark}([^"]*)"(:?)`, 'g'), (_, number: string, colon: string) =>
    colon === '' ? number : `"${number}":`,
  );
}
