import { dirname, extname, resolve } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { isMapping } from '../document/config-node.js';
import { readDocument } from '../document/read-document.js';
import { readText } from '../document/read-text.js';
import { parameterFilePrefix, parametersInText, unquoted } from './parameter-overrides.js';
import { parseToml } from './toml.js';

/** Where parameters are given. */
interface Place {
  /** What messages call it: a setting or a file. */
  readonly name: string;
  /** The file that has it, where it is one. Absolute. */
  readonly file?: string;
  /** The folder from which paths start. Absolute. */
  readonly folder: string;
  /** The files around it. */
  readonly files?: readonly string[];
}

/**
 * The values of parameters in each form that SAM takes: a text, `file://` with a path to a file of YAML, JSON or TOML, a table, which may
 * have further files under `$include`, or a list of those. Later ones win. Source: AWS SAM CLI, `samcli/cli/types.py`,
 * `CfnParameterOverridesType`.
 * @throws UserError for what is none of these forms, and for a file that can't be read
 */
export async function readParameters(given: unknown, place: Place): Promise<Record<string, string>> {
  if (given === '' || given === null || given === undefined) return {};
  if (Array.isArray(given)) {
    const values: Record<string, string> = {};
    for (const item of given) Object.assign(values, await readParameters(item, place));
    return values;
  }
  if (isMapping(given)) return ofTable(given, place);
  const text = typeof given === 'string' ? given.trim() : undefined;
  if (text?.startsWith(parameterFilePrefix)) return ofFile(text.slice(parameterFilePrefix.length), place);
  const values = text === undefined ? undefined : parametersInText(text);
  if (values !== undefined) return values;
  throw wrong(place, `is ${typeof given === 'string' ? `"${given}"` : String(given)}, which gives no parameters`);
}

async function ofTable(table: Readonly<Record<string, unknown>>, place: Place): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(table)) {
    if (name === '$include') Object.assign(values, await readParameters(value, place));
    else if (isMapping(value)) throw wrong(place, `has a table as the value of ${name}`);
    else if (Array.isArray(value)) {
      const items = value.filter((item) => item !== null && item !== '');
      values[name] = items.map((item) => scalar(item).trim()).join(',');
    } else values[name] = value === null ? '' : unquoted(scalar(value));
  }
  return values;
}

/** SAM writes booleans as Python does. */
function scalar(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

async function ofFile(path: string, place: Place): Promise<Record<string, string>> {
  const { folder, files = [] } = place;
  const file = resolve(folder, path);
  if (files.includes(file)) throw wrong(place, `names ${displayPath(file)}, which is read already`);
  const value = await contentOf(file, place);
  return readParameters(value, {
    name: displayPath(file),
    file,
    folder: dirname(file),
    files: [...files, file],
  });
}

async function contentOf(file: string, place: Place): Promise<unknown> {
  const extension = extname(file);
  if (!['.json', '.yaml', '.yml', '.toml'].includes(extension)) {
    throw wrong(place, `names ${displayPath(file)}, and parameters are in a file of YAML, JSON or TOML`);
  }
  const missing = (): UserError => wrong(place, `names ${displayPath(file)}, which does not exist`);
  if (extension !== '.toml') {
    const document = await readDocument(file);
    if (document === undefined) throw missing();
    return document.value;
  }
  const text = await readText(file);
  if (text === undefined) throw missing();
  return parseToml(text, file);
}

function wrong({ name, file }: Place, what: string): UserError {
  return new UserError({
    code: 'samconfig-parameters',
    message: `${name} ${what}.`,
    hint: 'Parameters are written as "Name=Value Other=Value", as file://parameters.yaml, as a table, or as a list of these.',
    location: file === undefined ? undefined : { file },
  });
}
