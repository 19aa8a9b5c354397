import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderSuiteJunit } from '../../src/report/junit/suite/render-suite-junit.js';
import { renderSuiteSummary } from '../../src/report/markdown/suite/render-suite-summary.js';
import { createRedactor } from '../../src/report/secrets/redactor.js';
import { secretForms } from '../../src/report/secrets/secret-forms.js';
import type { SuiteReport } from '../../src/report/suite/suite-report.js';
import { attributesOf, junitProblems, textsIn } from '../report/junit/validate.js';
import { failedCase, suiteOf } from '../report/suite-reports.js';
import { depthOf, foreignIn } from './markdown-reader.js';
import { holds } from './property.js';
import { hostileSuite } from './suites.js';
import { hostileText, throughUtf8 } from './texts.js';

const largest = 1024 * 1024;
const asIs = { redact: (text: string) => text, workspace: '/workspace', diagnostics: [] };

async function junitOf(report: SuiteReport, redact = asIs.redact): Promise<string> {
  const options = { base: resolve('/workspace'), serviceFolder: resolve('/workspace'), redact };
  let xml = '';
  for await (const piece of renderSuiteJunit(report, options)) xml += piece;
  return xml;
}

describe('whatever case names, diffs, logs and responses contain', () => {
  test('the summary has nothing of it but text and code', async () => {
    await holds(150, [hostileSuite], async (report) => {
      const markdown = await renderSuiteSummary(report, { ...asIs, maxBytes: largest });
      expect(foreignIn(markdown)).toEqual([]);
      expect(depthOf(markdown)).toBeGreaterThanOrEqual(0);
      expect(throughUtf8(markdown)).toBe(markdown);
    });
  });

  test('the summary is within any number of bytes, and whole at each', async () => {
    await holds(80, [hostileSuite, fc.nat({ max: 20_000 })], async (report, maxBytes) => {
      const markdown = await renderSuiteSummary(report, { ...asIs, maxBytes });
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(maxBytes);
      expect(depthOf(markdown)).toBeGreaterThanOrEqual(0);
    });
  });

  test('the JUnit report is valid, with a failure exactly where the suite failed', async () => {
    const documents: string[] = [];
    await holds(30, [hostileSuite], async (report) => {
      const xml = await junitOf(report);
      documents.push(xml);
      const { failures } = attributesOf(xml, 'testsuites');
      expect(failures).toBe(String(textsIn(xml, 'failure').length));
      expect(failures === '0').toBe(report.verdict === 'passed');
    });
    expect(await junitProblems(...documents)).toEqual([]);
  });
});

test('no report of a suite has a secret in any form', async () => {
  const secrets = ['hunter2-%&"\n-----KEY', 'abcdefgh', 'a@b<c>`d|e'];
  const forms = secrets.flatMap(secretForms);
  const leaking = fc
    .array(fc.oneof(hostileText, fc.constantFrom(...forms)), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''));
  await holds(60, [leaking], async (text) => {
    const { text: redact } = createRedactor(secrets);
    const finding = { message: redact(text), path: '/expect/output', diff: redact(`- ${text}\n+ ${text}`) };
    const read = { event: redact(text), response: redact(text), log: redact(text) };
    const report = suiteOf([failedCase({ name: redact(text), function: redact(text), findings: [finding], read })]);
    const markdown = await renderSuiteSummary(report, { ...asIs, redact, maxBytes: largest });
    expect(forms.filter((form) => markdown.includes(form))).toEqual([]);
    const xml = await junitOf(report, redact);
    expect(forms.filter((form) => xml.includes(form))).toEqual([]);
  });
});
