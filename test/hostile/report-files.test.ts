import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { InvocationReport } from '../../src/report/invocation-report.js';
import { renderJsonReport } from '../../src/report/json/render-json-report.js';
import type { ReportDocument } from '../../src/report/json/report-document.js';
import { renderJunitReport } from '../../src/report/junit/render-junit-report.js';
import { redactReport } from '../../src/report/secrets/redact-report.js';
import { createRedactor } from '../../src/report/secrets/redactor.js';
import { secretForms } from '../../src/report/secrets/secret-forms.js';
import { repositoryRoot } from '../paths.js';
import { junitProblems } from '../report/junit/validate.js';
import { holds } from './property.js';
import { reportFacts, reportFrom } from './reports.js';
import { throughUtf8 } from './texts.js';

const base = '/workspace';
const schema = readFileSync(join(repositoryRoot, 'schema', 'report-v1.schema.json'), 'utf8');
const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(schema));

function jsonOf(reports: readonly InvocationReport[]): ReportDocument {
  const text = renderJsonReport(reports, { base, toolVersion: '0.0.0' });
  expect(throughUtf8(text)).toBe(text);
  const document: unknown = JSON.parse(text);
  isValid(document);
  expect(isValid.errors ?? []).toEqual([]);
  return document as ReportDocument;
}

const several = fc.array(reportFacts, { minLength: 1, maxLength: 3 });

describe('a JSON report', () => {
  test('is valid, and has every text as it was', async () => {
    await holds(200, [several], async (facts) => {
      const reports = await Promise.all(facts.map(reportFrom));
      const { invocations } = jsonOf(reports);
      for (const [index, report] of reports.entries()) {
        const invocation = invocations[index];
        expect(invocation?.case).toBe(report.case);
        expect(invocation?.log.text).toBe(report.log.text);
        expect(invocation?.diagnostics.slice(0, report.diagnostics.length).map(({ message }) => message)).toEqual(
          report.diagnostics.map(({ message }) => message),
        );
        const { outcome } = report;
        if (outcome.kind === 'failed') {
          expect(invocation?.error).toMatchObject({
            type: outcome.failure.errorType,
            message: outcome.failure.errorMessage,
            trace: outcome.failure.trace.map(({ text }) => ({ text })),
          });
        }
        if (outcome.kind !== 'succeeded') continue;
        const { encoding = 'utf-8', text = '' } = invocation?.response ?? {};
        expect(Buffer.from(text, encoding).equals(outcome.result.response)).toBe(true);
      }
    });
  });

  test('has no secret in any form', async () => {
    const secrets = ['forged', '::error', 'octo-org', 'a":"b'];
    const forms = secrets.flatMap(secretForms);
    await holds(100, [several], async (facts) => {
      const reports = (await Promise.all(facts.map(reportFrom))).map((report) => redactReport(report, secrets));
      const texts: string[] = [];
      JSON.parse(JSON.stringify(jsonOf(reports)), (key, value: unknown) => {
        texts.push(key, ...(typeof value === 'string' ? [value] : []));
        return value;
      });
      expect(texts.filter((text) => forms.some((form) => text.includes(form)))).toEqual([]);
    });
  });
});

/** The characters that XML has: the rest is told as U+FFFD. */
const xmlText = /^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

describe('a JUnit report', () => {
  test('is well-formed, and valid to its schema', async () => {
    const documents: string[] = [];
    await holds(60, [several], async (facts) => {
      const xml = renderJunitReport(await Promise.all(facts.map(reportFrom)), { base, redact: (text) => text });
      expect(xml).toMatch(xmlText);
      documents.push(xml);
    });
    expect(await junitProblems(...documents)).toEqual([]);
  });

  test('has as many cases as there are invocations, with nothing of the handler among its elements', async () => {
    await holds(200, [several], async (facts) => {
      const xml = renderJunitReport(await Promise.all(facts.map(reportFrom)), { base, redact: (text) => text });
      expect(xml.match(/<testcase /g)).toHaveLength(facts.length);
      const elements = new Set(Array.from(xml.matchAll(/<[/!?]?([^\s>/]*)/g), ([, name]) => name));
      for (const name of [
        'xml',
        'testsuites',
        'testsuite',
        'properties',
        'property',
        'testcase',
        'failure',
        'system-out',
        'system-err',
      ])
        elements.delete(name);
      expect([...elements]).toEqual([]);
      expect(xml.replaceAll(/&(?:amp|lt|gt|quot|#9|#10|#13);/g, '')).not.toContain('&');
    });
  });

  test('has no secret in any form', async () => {
    const secrets = ['forged', 'octo-org', '::error'];
    const forms = secrets.flatMap(secretForms);
    await holds(100, [several], async (facts) => {
      const reports = (await Promise.all(facts.map(reportFrom))).map((report) => redactReport(report, secrets));
      const xml = renderJunitReport(reports, { base, redact: createRedactor(secrets).text });
      expect(forms.filter((form) => xml.includes(form))).toEqual([]);
    });
  });
});
