import type { Ajv, AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import { objectOf } from '../../../json/parse-object.js';
import { matches } from '../bounded-regex.js';
import { pathText } from '../case-path.js';
import { shownValue } from '../shown-value.js';
import { visibleJson } from '../visible-json.js';
import type { SchemaDialect } from './schema-file.js';

/** Reads a file that another file refers to. */
export type LoadSchema = (uri: string) => Promise<AnySchemaObject>;

/** What is a schema of draft 6 is one of draft 7. */
const draft06 = {
  $id: 'http://json-schema.org/draft-06/schema#',
  allOf: [{ $ref: 'http://json-schema.org/draft-07/schema#' }],
};

/** A compiler for schemas of a dialect. The result finds the first mistake, or all of them. */
export async function createCompiler(dialect: SchemaDialect, loadSchema: LoadSchema, allErrors: boolean): Promise<Ajv> {
  const Compiler = await compilerOf(dialect);
  const compiler = new Compiler({
    strict: false,
    allErrors,
    logger: false,
    validateFormats: true,
    loadSchema,
    code: { regExp: Object.assign(boundedPattern, { code: 'require("./bounded-pattern")' }) },
  });
  if (dialect === 'draft-07') compiler.addMetaSchema(draft06);
  const { default: formats } = await import('ajv-formats');
  formats.default(compiler);
  return compiler;
}

async function compilerOf(dialect: SchemaDialect): Promise<typeof Ajv> {
  switch (dialect) {
    case '2020-12':
      return (await import('ajv/dist/2020.js')).default as unknown as typeof Ajv;
    case '2019-09':
      return (await import('ajv/dist/2019.js')).default as unknown as typeof Ajv;
    default:
      return (await import('ajv')).default as unknown as typeof Ajv;
  }
}

/**
 * The patterns of a schema are run with a time limit, because they get a handler's answer. One that takes too long does not
 * match. ajv identifies patterns by their text.
 */
function boundedPattern(source: string, flags: string): { test(text: string): boolean } {
  const regex = new RegExp(source, flags);
  return { test: (text) => matches(regex, text) === true, toString: () => String(regex) } as {
    test(text: string): boolean;
  };
}

/** For a larger value, only the first mistake is looked for, because each one is an object. */
const mostValues = 10_000;

/**
 * What is wrong with a value.
 * @param first finds the first mistake
 * @param all finds all of them; used if the value is small
 */
export function problemsOf(first: ValidateFunction, all: ValidateFunction, value: unknown): string[] {
  if (first(value) === true) return [];
  const validate = countValues(value, mostValues) < mostValues && all(value) !== true ? all : first;
  const problems = (validate.errors ?? []).map((error) => problemText(error, value));
  return [...new Set(problems)];
}

function countValues(value: unknown, most: number): number {
  let count = 0;
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    count += 1;
    if (count >= most) return count;
    const members = Object.values(objectOf(next) ?? {});
    if (members.length > most) return most;
    waiting.push(...members);
  }
  return count;
}

function problemText({ instancePath, message = 'is not valid', params, keyword }: ErrorObject, root: unknown): string {
  const steps = instancePath.split('/').slice(1);
  let holder: unknown = root;
  const path = steps.map((step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const isItem = Array.isArray(holder);
    holder = objectOf(holder)?.[key];
    return isItem ? Number(key) : key;
  });
  const name = path.length === 0 ? 'it' : pathText(path);
  const found = isShort(holder) ? `, and is ${shownValue(holder)}` : '';
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
      return `${name} must not have the member ${visibleJson(key)}`;
    }
    case 'required':
      return `${name} must have the member ${visibleJson(String(params['missingProperty']))}`;
    case 'enum':
      return `${name} must be one of ${shownValue(params['allowedValues'])}${found}`;
    case 'const':
      return `${name} must be ${shownValue(params['allowedValue'])}${found}`;
    default:
      return `${name} ${message.replace('must NOT', 'must not')}${found}`;
  }
}

function isShort(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
