// Compiles the schema of case files to src/suite/cases/schema/compiled.ts, so that nothing compiles one at run time: `node scripts/case-validator.js`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const root = join(import.meta.dirname, '..');

/** Where the compiled schema stands. */
export const compiledFile = join(root, 'src', 'suite', 'cases', 'schema', 'compiled.ts');

/** @returns {string} the module that validates by the schema. */
export function compiledSchema() {
  const text = readFileSync(join(root, 'schema', 'suite-v1.schema.json'), 'utf8');
  // Descriptions are for editors.
  const schema = JSON.parse(text, (key, value) =>
    (key === 'description' || key === 'title') && typeof value === 'string' ? undefined : value,
  );
  const ajv = new Ajv({
    schemas: { suite: schema },
    allErrors: true,
    verbose: true,
    strictTypes: false,
    // Lengths in UTF-16 units: the schema asks only whether there is anything, and the code then needs no part of ajv.
    unicode: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standalone.default(ajv, {
    validateSuite: 'suite',
    validateCase: 'suite#/definitions/case',
    validateExpect: 'suite#/definitions/expect',
  });
  return `// @ts-nocheck: compiled from schema/suite-v1.schema.json by scripts/case-validator.js\n${code}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(compiledFile, compiledSchema());
