import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Ajv, AnySchema, AnySchemaObject, ValidateFunction } from 'ajv';
import { displayPath } from '../../../diagnostics/display-path.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { objectOf } from '../../../json/parse-object.js';
import type { SuiteCase } from '../../suite-case.js';
import type { SchemaReference } from '../expectations.js';
import { type SchemaProblems, schemaName } from '../schema.js';
import { readSchemaFile, type SchemaDialect, type SchemaFile, UnreadableSchema } from './schema-file.js';
import { createCompiler, problemsOf } from './validator.js';

/**
 * Reads and compiles the schemas of cases, each once.
 * @returns what is wrong with a value by one of them
 * @throws UserError at the case's own line, if one can't be read or compiled
 */
export async function openSchemas(cases: readonly Pick<SuiteCase, 'expect' | 'origin'>[]): Promise<SchemaProblems> {
  const files = new Map<string, Promise<SchemaFile>>();
  const compilers = new Map<SchemaDialect, Promise<readonly [Ajv, Ajv]>>();
  const validators = new Map<string, readonly [ValidateFunction, ValidateFunction]>();

  const fileOf = (path: string): Promise<SchemaFile> => {
    const file = files.get(path) ?? readSchemaFile(path);
    files.set(path, file);
    return file;
  };
  const load = async (uri: string): Promise<AnySchemaObject> => {
    if (!uri.startsWith('file:')) throw new UnreadableSchema(`refers to ${uri}, and only files are read`);
    const path = fileURLToPath(uri);
    const { document } = await fileOf(path).catch((error: Error) => {
      throw new UnreadableSchema(`refers to ${displayPath(path)}, which ${error.message}`);
    });
    return document as AnySchemaObject;
  };
  const compilersOf = (dialect: SchemaDialect): Promise<readonly [Ajv, Ajv]> => {
    const both =
      compilers.get(dialect) ??
      Promise.all([createCompiler(dialect, load, false), createCompiler(dialect, load, true)] as const);
    compilers.set(dialect, both);
    return both;
  };
  const compile = async (reference: SchemaReference): Promise<readonly [ValidateFunction, ValidateFunction]> => {
    const { dialect, document } = await fileOf(reference.file);
    const target = findSchema(document, reference.pointer);
    const uri = pathToFileURL(reference.file).href;
    const $ref = `${uri}#${encodeURI(reference.pointer)}`;
    const [first, all] = await compilersOf(dialect);
    if (first.validateSchema(target) !== true)
      throw new Error(first.errorsText(first.errors, { dataVar: 'the schema' }));
    for (const compiler of [first, all]) addOnce(compiler, document, uri);
    return [await first.compileAsync({ $ref }), await all.compileAsync({ $ref })];
  };

  for (const { expect, origin } of cases) {
    const { schema } = expect;
    if (schema === undefined || validators.has(keyOf(schema))) continue;
    try {
      validators.set(keyOf(schema), await compile(schema));
    } catch (error) {
      const reason = reasonOf(error as Error);
      const isOurs = error instanceof UnreadableSchema;
      throw new UserError({
        code: 'schema-invalid',
        message: `The schema ${displayPath(schema.file)}${schema.pointer && `#${schema.pointer}`} ${isOurs ? reason : `can't be used: ${reason}`}.`,
        location: origin.of(['expect', 'schema']),
        cause: error,
      });
    }
  }

  return (reference, value) => {
    const both = validators.get(keyOf(reference));
    if (both === undefined) throw new Error(`The schema ${schemaName(reference)} was not opened.`);
    return problemsOf(...both, value);
  };
}

/** ajv gives the full URI of what it does not find. */
function reasonOf({ message }: Error): string {
  const [, missing] = /(?:loaded but .*?|resolve reference .*?)(#\S*)/.exec(message) ?? [];
  return missing === undefined ? message : `it refers to ${missing}, which is not there`;
}

function keyOf({ file, pointer }: SchemaReference): string {
  return `${file}#${pointer}`;
}

function addOnce(compiler: Ajv, document: SchemaFile['document'], uri: string): void {
  if (compiler.schemas[uri] === undefined) compiler.addSchema(document as AnySchemaObject, uri, undefined, false);
}

/**
 * The schema that a pointer leads to.
 * @throws UnreadableSchema if it leads nowhere
 */
function findSchema(document: SchemaFile['document'], pointer: string): AnySchema {
  let value: unknown = document;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const members = objectOf(value) ?? {};
    if (!Object.hasOwn(members, key)) {
      const nearest = nearestName(key, Object.keys(members));
      throw new UnreadableSchema(
        `does not exist: there is no ${key}${nearest === undefined ? '' : `, but ${nearest}`}`,
      );
    }
    value = members[key];
  }
  return value as AnySchema;
}
