import { basename } from 'node:path';
import { type ExactJson, plainJson } from '../../json/exact-number.js';
import type { Expectations, SchemaReference } from './expectations.js';
import type { Finding } from './finding.js';
import { httpResponseOf } from './http-response.js';
import type { Observed } from './observed.js';
import { readJsonValue, readValue } from './response-value.js';

/** Returns what is wrong with a value by a schema, each in one sentence without its full stop; nothing if it is valid. */
export type SchemaProblems = (schema: SchemaReference, value: unknown) => readonly string[];

/** How many problems are reported at most. */
const mostProblems = 10;

/** Checks the response, or an HTTP response's body, by a JSON Schema. */
export function judgeSchema({ schema }: Expectations, observed: Observed, problemsOf?: SchemaProblems): Finding[] {
  if (schema === undefined) return [];
  if (problemsOf === undefined) throw new Error('A case has a schema, and no schema was opened.');
  const name = schemaName(schema);
  const response = httpResponseOf(observed);
  const subject = 'problem' in response ? 'The response' : 'The body';
  const read = 'problem' in response ? readValue(observed.response) : readJsonValue(response.body);
  const problems = 'problem' in read ? [`it ${read.problem}`] : problemsOf(schema, plainJson(read.value as ExactJson));
  const [first, ...more] = problems;
  if (first === undefined) return [];
  const count = more.length === 0 ? '' : ` (And ${more.length} more ${more.length === 1 ? 'problem' : 'problems'}.)`;
  return [
    {
      path: ['expect', 'schema'],
      message: `${subject} is not valid by ${name}: ${first}.${count}`,
      expected: `valid by ${name}`,
      received: problems.slice(0, mostProblems).join('\n'),
    },
  ];
}

/** How messages name a schema: `openapi.yml#/components/schemas/Order`. */
export function schemaName({ file, pointer }: SchemaReference): string {
  return `${basename(file)}${pointer === '' ? '' : `#${pointer}`}`;
}
