import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportInvocation } from '../../src/report/invocation-report.js';
import { renderSummary } from '../../src/report/markdown/render-summary.js';
import type { Outcome } from '../../src/report/outcome.js';
import { createRedactor } from '../../src/report/secrets/redactor.js';
import { secretForms } from '../../src/report/secrets/secret-forms.js';
import { failed, invoked, succeeded } from '../action/results.js';
import { cpuMs } from '../cpu-time.js';
import { depthOf, foreignIn } from './markdown-reader.js';
import { holds } from './property.js';
import { reportFacts, reportFrom } from './reports.js';
import { hostileText, throughUtf8 } from './texts.js';

const largest = 1024 * 1024;
const asIs = { redact: (text: string) => text, workspace: '/workspace' };

describe('a summary', () => {
  test('has nothing of the handler but text and code, of one invocation and of several', async () => {
    await holds(150, [fc.array(reportFacts, { minLength: 1, maxLength: 3 })], async (facts) => {
      const markdown = renderSummary(await Promise.all(facts.map(reportFrom)), { ...asIs, maxBytes: largest });
      expect(markdown).not.toBe('');
      expect(foreignIn(markdown)).toEqual([]);
      expect(depthOf(markdown)).toBeGreaterThanOrEqual(0);
      expect(depthOf(markdown)).toBeLessThanOrEqual(2);
      expect(throughUtf8(markdown)).toBe(markdown);
    });
  });

  test('is within any number of bytes, and whole at each', async () => {
    await holds(
      80,
      [fc.array(reportFacts, { minLength: 1, maxLength: 4 }), fc.nat({ max: 20_000 })],
      async (facts, maxBytes) => {
        const markdown = renderSummary(await Promise.all(facts.map(reportFrom)), { ...asIs, maxBytes });
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(maxBytes);
        expect(depthOf(markdown)).toBeGreaterThanOrEqual(0);
      },
    );
  });

  test('has no secret in any form', async () => {
    const secrets = ['hunter2-%&"\n-----KEY', 'abcdefgh', 'a@b<c>`d|e'];
    const forms = secrets.flatMap(secretForms);
    const leaking = reportFacts.chain((facts) =>
      fc.array(fc.oneof(hostileText, fc.constantFrom(...forms)), { minLength: 1, maxLength: 4 }).map((parts) => {
        const text = parts.join('');
        const outcome: Outcome = invoked(
          text.length % 2 === 0
            ? succeeded(JSON.stringify({ statusCode: 200, body: text, headers: { [text]: text } }))
            : failed(text, text, { trace: [`    at ${text} (/workspace/${text}:1:1)`] }),
        );
        return {
          ...facts,
          outcome,
          log: text,
          event: Buffer.from(text),
          names: { key: text, case: text, interpreter: text },
        };
      }),
    );
    await holds(80, [leaking], async (facts) => {
      const redact = createRedactor(secrets).text;
      const markdown = renderSummary([await reportFrom(facts)], { ...asIs, redact, maxBytes: largest });
      expect(forms.filter((form) => markdown.includes(form))).toEqual([]);
    });
  });

  const sixMegabytes = 6 * 1024 * 1024;
  test.each([
    ['brackets', '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],', '['],
    ['brackets that are never closed', '[', ''],
    ['empty lines', '\n', ''],
    ['the starts of escapes', '\u001b]8;;', ''],
  ])('takes no time to speak of where what came back is 6 MB of %s', async (_what, repeated, start) => {
    const text = start + repeated.repeat(sixMegabytes / repeated.length) + (start === '' ? '' : '1]');
    const facts = {
      diagnostics: [],
      log: { text: text.slice(0, 65_536), omittedBytes: 0 },
      startedAt: new Date(0),
      runtimes: '/opt/runtimes',
    };
    const { text: redact } = createRedactor(['wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY']);
    for (const outcome of [invoked(succeeded(text)), invoked(failed('Error', text))]) {
      const startedAt = cpuMs();
      const report = await reportInvocation(outcome, facts);
      const markdown = renderSummary([report], { redact, workspace: '/workspace', maxBytes: largest });
      expect(cpuMs() - startedAt).toBeLessThan(20_000);
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(largest);
    }
  });
});
