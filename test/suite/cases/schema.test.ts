import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { repositoryRoot } from '../../paths.js';

const schema = JSON.parse(readFileSync(join(repositoryRoot, 'schema', 'suite-v1.schema.json'), 'utf8')) as {
  readonly definitions: Readonly<Record<string, { readonly properties: Readonly<Record<string, unknown>> }>>;
};

test('the schema is valid by the schema of schemas', () => {
  expect(new Ajv().validateSchema(schema)).toBe(true);
});

test('what validates case files is what the script compiles of the schema, byte for byte', async () => {
  const url = pathToFileURL(join(repositoryRoot, 'scripts', 'case-validator.js')).href;
  const { compiledFile, compiledSchema } = (await import(url)) as {
    compiledFile: string;
    compiledSchema: () => string;
  };
  expect(readFileSync(compiledFile, 'utf8') === compiledSchema()).toBe(true);
});

test('the defaults have the keys of a case, but for its name and what is of one case alone', () => {
  const { name: _, only: __, ...inherited } = schema.definitions['case']?.properties ?? {};
  expect(schema.definitions['defaults']?.properties).toEqual(inherited);
});
