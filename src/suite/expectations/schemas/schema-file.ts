import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { parseExactJson, plainJson } from '../../../json/exact-number.js';
import { objectOf } from '../../../json/parse-object.js';

/** The version of JSON Schema that a file uses. */
export type SchemaDialect = 'draft-07' | '2019-09' | '2020-12' | 'openapi-3.0';

/** A file with schemas. */
export interface SchemaFile {
  readonly dialect: SchemaDialect;
  readonly document: Readonly<Record<string, unknown>> | boolean;
}

/** Why a file can't be read as schemas, worded to follow its name. */
export class UnreadableSchema extends Error {}

/**
 * Reads a file with a JSON Schema, or with an OpenAPI document: YAML or JSON.
 * @throws UnreadableSchema where it does not parse, or is no schema
 */
export async function readSchemaFile(file: string): Promise<SchemaFile> {
  const document = await parse(file);
  if (typeof document === 'boolean') return { dialect: '2020-12', document };
  const members = Array.isArray(document) ? undefined : objectOf(document);
  if (members === undefined) throw new UnreadableSchema('is no JSON Schema: that is a mapping');
  const dialect = dialectOf(members);
  return { dialect, document: dialect === 'openapi-3.0' ? (modern(members) as typeof members) : members };
}

async function parse(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableSchema(`cannot be read: ${error.message}`);
  });
  try {
    if (/\.json$/i.test(file)) return plainJson(parseExactJson(text));
    const document = parseDocument(text, { merge: true, logLevel: 'error', prettyErrors: true });
    const [problem] = document.errors;
    if (problem !== undefined) throw problem;
    return document.toJS({ maxAliasCount: -1 }) as unknown;
  } catch (error) {
    throw new UnreadableSchema(`does not parse: ${(error as Error).message.split('\n')[0]?.replace(/:$/, '')}`);
  }
}

function dialectOf(document: Readonly<Record<string, unknown>>): SchemaDialect {
  const { openapi, swagger, $schema: declared } = document;
  if (typeof openapi === 'string') return /^3\.0/.test(openapi) ? 'openapi-3.0' : '2020-12';
  if (swagger !== undefined) throw new UnreadableSchema('is of Swagger 2: OpenAPI 3 is read');
  if (declared === undefined) return hasOldKeyword(document) ? 'draft-07' : '2020-12';
  const [, draft, year] = /draft-0?(\d)\/schema|draft\/(\d{4}-\d\d)\/schema/.exec(String(declared)) ?? [];
  if (year === '2020-12' || year === '2019-09') return year;
  if (draft === '7' || draft === '6') return 'draft-07';
  throw new UnreadableSchema(`is written in ${String(declared)}: drafts 6, 7, 2019-09 and 2020-12 are read`);
}

/** Whether a schema without a declared version has keywords that 2020-12 would ignore. */
function hasOldKeyword(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasOldKeyword);
  const members = objectOf(value);
  if (members === undefined) return false;
  if (Array.isArray(members['items']) || 'additionalItems' in members || 'dependencies' in members) return true;
  return Object.values(members).some(hasOldKeyword);
}

/**
 * Converts a document of OpenAPI 3.0 to draft 7, in which an exclusive bound is a number, and a nullable value has the type
 * `null` too (OpenAPI 3.0.3, "Schema Object").
 */
function modern(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modern);
  const members = objectOf(value);
  if (members === undefined) return value;
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(members).map(([key, member]) => [key, modern(member)]),
  );
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof copy[exclusive] !== 'boolean') continue;
    if (copy[exclusive] === true && typeof copy[bound] === 'number') {
      copy[exclusive] = copy[bound];
      delete copy[bound];
    } else delete copy[exclusive];
  }
  const { nullable, ...schema } = copy;
  return nullable === true && typeof schema['type'] === 'string' ? { ...schema, type: [schema['type'], 'null'] } : copy;
}
