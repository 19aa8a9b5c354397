import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { repositoryRoot } from '../../paths.js';

export type Schema = Readonly<Record<string, unknown>>;

/** A schema as it is published. */
function published(file: string): Schema {
  return JSON.parse(readFileSync(join(repositoryRoot, 'schema', file), 'utf8')) as Schema;
}

/** The schema of JSON reports. */
export const schema = published('report-v1.schema.json');

/** The schema of a suite's results. */
export const resultsSchema = published('suite-results-v1.schema.json');

/** The schema without room for members that it does not tell of. */
function strict(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strict);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, strict(member)]));
  return 'description' in value && 'properties' in value ? { ...members, additionalProperties: false } : members;
}

const ajv = new Ajv2020({
  allErrors: true,
  strictRequired: false,
  strictTypes: false,
  formats: {
    // AWS's own examples have letters in it.
    uuid: /^[\da-f]{8}-[\da-z]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  },
});
const validateReport = ajv.compile(strict(schema) as Schema);
const validateResults = ajv.compile(strict(resultsSchema) as Schema);

/** What is wrong with a JSON report by its schema. */
export function reportProblems(document: unknown): string[] {
  return problemsBy(validateReport, document);
}

/** What is wrong with a suite's results by their schema. */
export function resultsProblems(document: unknown): string[] {
  return problemsBy(validateResults, document);
}

function problemsBy(validate: ValidateFunction, document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath}: ${message}`);
}
