import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { newFolder } from '../git/repositories.js';
import { suite, verdicts } from './suite-command.js';

test.each([
  'http://json-schema.org/draft-06/schema#',
  'http://json-schema.org/draft-07/schema#',
  'https://json-schema.org/draft/2019-09/schema',
  'https://json-schema.org/draft/2020-12/schema',
])('a schema of the dialect %s is held against what came back', async ($schema) => {
  const folder = newFolder();
  const schema = { $schema, type: 'object', properties: { at: { type: 'string', format: 'date' } }, required: ['at'] };
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(schema));
  const cases = ['2026-01-02', 'no date'].map((at) => ({
    name: at,
    function: 'echo',
    data: { at },
    expect: { schema: 'schema.json' },
  }));
  writeFileSync(join(folder, 'suite.json'), JSON.stringify(cases));
  const run = await suite([join(folder, 'suite.json')]);
  expect(verdicts(run)).toEqual(['ok echo: 2026-01-02', 'failed echo: no date']);
});
