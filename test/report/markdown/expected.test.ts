import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { renderSummary } from '../../../src/report/markdown/render-summary.js';
import { repositoryRoot } from '../../paths.js';
import { cases } from './cases.js';
import { workspace } from './reports.js';

const folder = join(repositoryRoot, 'test', 'report', 'markdown', 'expected');
const whereabouts = {
  event: 'what the step was given',
  response: 'in the file that the output `output-file` names',
  error: 'in the output `error`',
  log: 'in the log of the step, and in the file that the output `log-file` names',
};

test.each(Object.entries(cases))('%s is rendered as it is kept in its file', (name, reports) => {
  const markdown = renderSummary(reports, { redact: (text) => text, workspace, whereabouts, maxBytes: 1024 * 1024 });
  const file = join(folder, `${name}.md`);
  if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, markdown);
  expect(markdown).toBe(readFileSync(file, 'utf8'));
});

test('no file is kept that nothing is compared with', () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(cases)
      .map((name) => `${name}.md`)
      .sort(),
  );
});
