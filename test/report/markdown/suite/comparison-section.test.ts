import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { comparisonSection } from '../../../../src/report/markdown/suite/comparison-section.js';
import type { ReportedCase, SuiteReport } from '../../../../src/report/suite/suite-report.js';
import { literalWith } from '../../../../src/report/text/literal-text.js';
import { anyCharacters } from '../../../hostile/characters.js';
import { holds } from '../../../hostile/property.js';
import { caseOf, suiteOf } from '../../suite-reports.js';

const literal = literalWith((text) => text);

const measured = (median: number, spread: number, runs: number) => ({ median, spread, runs });

const side = (median: number, spread: number, runs = 5) => ({
  durationMs: measured(median, spread, runs),
  maxMemoryUsedMiB: measured(40, 0, runs),
});

function compared(cases: readonly ReportedCase[], text = 'main'): SuiteReport {
  const counts = { same: 0, changed: cases.length, fixed: 0, broken: 0, new: 0, unknown: 0 };
  return { ...suiteOf(cases), comparison: { commit: '0123456789abcdef', ref: text, failOn: 'failures', counts } };
}

function changedWith(text: string): ReportedCase {
  return caseOf({
    name: text,
    function: text,
    comparison: {
      kind: 'changed',
      message: text,
      diff: `- ${text}\n+ ${text}`,
      varying: [text],
      measures: { before: side(1, 0), now: side(9, 1) },
    },
  });
}

const ours = new Set('h4 p strong b code pre table thead tbody tr th td br details summary'.split(' '));

/** Elements that are not ours, and those that are left open. */
function oddIn(markdown: string): string[] {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const names = Array.from(html.matchAll(/<\/?([a-z][\w-]*)/gi), ([, name = '']) => name.toLowerCase());
  const open = ['details', 'summary', 'pre', 'table'].filter(
    (name) => html.split(`<${name}`).length !== html.split(`</${name}>`).length,
  );
  return [...names.filter((name) => !ours.has(name)), ...open];
}

test('whatever a response has, the section of a comparison shows it as text', async () => {
  const parts = fc.oneof(
    fc.constantFrom('```', '</details>', '<img src=x>', '|', '\n', '`', '# x', '<b>', '](x)', '~~~', '\\', '@user'),
    anyCharacters(6),
  );
  await holds(150, [fc.array(parts, { maxLength: 8 })], (some) => {
    const text = some.join('');
    expect(oddIn(comparisonSection(compared([changedWith(text), changedWith(text)], text), literal, 100_000))).toEqual(
      [],
    );
  });
});

test('the section keeps to its room, and says what is left out', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => changedWith(`case ${index} ${'x'.repeat(100)}`));
  for (const room of [2_000, 20_000, 200_000]) {
    const markdown = comparisonSection(compared(many), literal, room);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(Math.max(room, 4_000));
    expect(markdown).toMatch(/And [\d,]+ more cases: see the results file\./);
  }
});

test('durations that moved by more than the noise are told with it, and others are not', () => {
  const quiet = caseOf({
    name: 'quiet',
    comparison: { kind: 'same', varying: [], measures: { before: side(10, 5), now: side(12, 5) } },
  });
  const slower = caseOf({
    name: 'slower',
    comparison: { kind: 'same', varying: [], measures: { before: side(10, 2), now: side(20, 4) } },
  });
  const markdown = comparisonSection(compared([quiet, slower]), literal, 10_000);
  expect(markdown).toContain('20.0 ms before, 32.0 ms now; 1 case moved by more than the noise.');
  expect(markdown).toContain('| `price` | `slower` | 10.0 ± 1.0 ms | 20.0 ± 2.0 ms |');
  expect(markdown).not.toContain('`quiet`');
});

test('a suite that was not compared has no such section', () => {
  expect(comparisonSection(suiteOf([caseOf()]), literal, 10_000)).toBe('');
});
