import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { renderJsonReport } from '../../src/report/json/render-json-report.js';
import { renderJunitReport } from '../../src/report/junit/render-junit-report.js';
import { repositoryRoot } from '../paths.js';
import { documented } from './documented.js';
import { reportProblems } from './json/validate.js';
import { junitProblems } from './junit/validate.js';
import { base } from './reports.js';

const page = readFileSync(join(repositoryRoot, 'docs', 'reports.md'), 'utf8');

/** What the page shows of one invocation. */
function sampleIn(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1] ?? '';
}

test('the tables of docs/reports.md are those of the schema', () => {
  const script = join(repositoryRoot, 'scripts', 'report-members.js');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

test('the sample of JSON is what is written, and valid', () => {
  const text = renderJsonReport([documented], { base, toolVersion: '0.1.0' });
  expect(JSON.parse(sampleIn('json'))).toEqual(JSON.parse(text));
  expect(reportProblems(JSON.parse(text))).toEqual([]);
});

test('the sample of JUnit is what is written, and valid', async () => {
  const xml = renderJunitReport([documented], { base, redact: (text) => text });
  expect(sampleIn('xml')).toBe(xml);
  expect(await junitProblems(xml)).toEqual([]);
});
