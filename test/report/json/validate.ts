import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { repositoryRoot } from '../../paths.js';

export type Schema = Readonly<Record<string, unknown>>;

/** The schema of JSON reports, as it is published. */
export const schema = JSON.parse(
  readFileSync(join(repositoryRoot, 'schema', 'report-v1.schema.json'), 'utf8'),
) as Schema;

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
const validate = ajv.compile(strict(schema) as Schema);

/** What is wrong with a JSON report by its schema. */
export function reportProblems(document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath}: ${message}`);
}
