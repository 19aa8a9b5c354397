import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fixture } from '../../paths.js';
import { attributesOf } from '../../report/junit/validate.js';
import { invokeStep } from './step.js';

const caseCount = 10_000;

test('of 10,000 failures there is one page, ten annotations, lists that are capped, and reports with each of them', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'suite-sizes-'));
  cpSync(fixture('action-suite'), join(workspace, 'shop'), { recursive: true });
  const cases = Array.from({ length: caseCount }, (_, index) => ({
    name: `case ${index} ${'x'.repeat(500)}`,
    function: index % 2 === 0 ? 'echo' : 'http',
    data: { index, padding: 'y'.repeat(1_000) },
    expect: { output: { index: -1 } },
  }));
  writeFileSync(join(workspace, 'shop', 'many.json'), JSON.stringify(cases));
  const { exitCode, outputs, summary, annotations, log } = await invokeStep({
    service: 'shop',
    workspace,
    with: { suite: 'many.json', 'report-junit': 'reports/junit.xml' },
  });
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ total: String(caseCount), failed: String(caseCount), passed: '0' });
  expect(JSON.parse(outputs['failed-cases'] ?? '').length).toBeGreaterThan(50);
  for (const name of ['failed-cases', 'error-message', 'error']) {
    expect(Buffer.byteLength(outputs[name] ?? '')).toBeLessThan(128 * 1024);
  }
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
  expect(summary).toMatch(/^### ❌ 10,000 of 10,000 cases failed\n/);
  const errors = annotations.filter(({ type }) => type === 'error');
  expect(errors.map(({ properties }) => properties['title']).slice(-2)).toEqual(['And 9992 more', 'The suite failed']);
  expect(log.filter((line) => line.includes('failed')).length).toBeGreaterThanOrEqual(caseCount);
  const xml = readFileSync(join(workspace, 'reports', 'junit.xml'), 'utf8');
  expect(attributesOf(xml, 'testsuites')).toMatchObject({ tests: String(caseCount), failures: String(caseCount) });
  const results = JSON.parse(readFileSync(outputs['results-file'] ?? '', 'utf8'));
  expect(results.cases).toHaveLength(caseCount);
}, 300_000);
