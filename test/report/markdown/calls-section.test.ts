import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { gatherCalls, type ShownCalls } from '../../../src/report/calls/seen-calls.js';
import { callsSection } from '../../../src/report/markdown/calls-section.js';
import { renderSummary } from '../../../src/report/markdown/render-summary.js';
import { renderSuiteSummary } from '../../../src/report/markdown/suite/render-suite-summary.js';
import { literalWith } from '../../../src/report/text/literal-text.js';
import { callOf, callsOf, statementAt, verdicts } from '../calls/calls-of.js';
import { caseOf, suiteOf } from '../suite-reports.js';
import { succeeded, workspace } from './reports.js';

const plain = (text: string): string => text;
const context = { literal: literalWith(plain), workspace };
const megabyte = 1024 * 1024;

function shown(...added: readonly Parameters<ReturnType<typeof gatherCalls>['add']>[]): ShownCalls {
  const seen = gatherCalls();
  for (const each of added) seen.add(...each);
  return seen.shown();
}

const rowsOf = (markdown: string): string[] => markdown.split('\n').filter((line) => line.startsWith('| '));

describe('the table of the calls', () => {
  test('has what was called, how it was answered, and nothing of permissions where they were not asked for', () => {
    const calls = [
      callOf(),
      callOf({ operation: 'PutItem', resources: [], answeredBy: 'forward', durationMs: 1234 }),
      callOf({
        resources: ['arn:a', 'arn:b', 'arn:c'],
        answeredBy: 'recording',
        response: { status: 400, error: { code: 'ThrottlingException', message: 'slow down' } },
      }),
    ];
    expect(callsSection(shown([callsOf(calls), { function: 'f' }]), context, megabyte)).toBe(`<details>
<summary><b>Calls to AWS</b> · 3</summary>

| Call | Resource | Answer | Duration |
| --- | --- | --- | ---: |
| \`dynamodb:GetItem\` | \`arn:aws:dynamodb:us-east-1:123456789012:table/orders\` | stub | 1.50\u00a0ms |
| \`dynamodb:PutItem\` |  | forwarded | 1.23\u00a0s |
| \`dynamodb:GetItem\` | \`arn:a\` and 2 more | recording \`ThrottlingException\` | 1.50\u00a0ms |

</details>
`);
  });

  test.each([
    [verdicts.allowed, '✅ allowed by `serverless.yml:8:11`'],
    [verdicts.needless, '✅ needs no permission'],
    [verdicts.denied, '❌ no statement allows `dynamodb:PutItem`; the nearest is `serverless.yml:8:11`'],
    [verdicts.forbidden, '❌ `dynamodb:PutItem` is denied by `serverless.yml:12:11`'],
    [verdicts.unknown, "⚠️ not known: the role is not the project's own"],
  ])('has the verdict with the place of the statement (%#)', (verdict, cell) => {
    const markdown = callsSection(shown([callsOf([callOf()], [verdict]), { function: 'f' }]), context, megabyte);
    expect(rowsOf(markdown)[0]).toBe('| Call | Resource | Answer | Duration | In Lambda |');
    expect(rowsOf(markdown)[2]?.endsWith(`| ${cell} |`)).toBe(true);
    expect(markdown.startsWith('<details open>')).toBe(verdict.kind === 'denied');
    expect(markdown.includes('1 would be denied in Lambda')).toBe(verdict.kind === 'denied');
  });

  test('has the statements below it that are more than was needed', () => {
    const wide = { ...statementAt(9), actions: { isExclusion: false, texts: ['s3:*'] } };
    const uses = [
      { statement: statementAt(8), actions: new Set<string>(), isPerhaps: false },
      { statement: wide, actions: new Set(['s3:GetObject']), isPerhaps: false },
    ];
    const markdown = callsSection(
      shown([callsOf([callOf()], [verdicts.allowed], uses), { function: 'f' }]),
      context,
      megabyte,
    );
    expect(markdown.slice(markdown.lastIndexOf('<details>'))).toBe(`<details>
<summary><b>More than these calls needed</b> · 2 statements of the role</summary>

- \`serverless.yml:8:11\` was not needed (\`dynamodb:GetItem\`)
- \`s3:*\` of \`serverless.yml:9:11\` was needed for \`s3:GetObject\` only

</details>
`);
  });

  test('names functions and cases of a suite', () => {
    const markdown = callsSection(
      shown([callsOf([callOf()]), { function: 'f', case: 'cases.yml: a' }], [callsOf([callOf()]), { function: 'g' }]),
      context,
      megabyte,
    );
    expect(rowsOf(markdown).map((row) => row.split(' | ').slice(0, 2).join(' '))).toEqual([
      '| Function Case',
      '| --- ---',
      '| `f` `cases.yml: a`',
      '| `g` ',
    ]);
  });

  test('is not there without calls, and keeps within its room', () => {
    expect(callsSection(shown([callsOf([], []), { function: 'f' }]), context, megabyte)).toBe('');
    const many = shown([callsOf(Array.from({ length: 3_000 }, () => callOf())), { function: 'f' }]);
    expect(callsSection(many, context, megabyte)).toContain('The table has no room for 2,800 more calls.');
    const small = callsSection(many, context, 2_000);
    expect(Buffer.byteLength(small)).toBeLessThanOrEqual(2_000);
    expect(small).toContain('more calls.');
    expect(callsSection(many, context, 100)).toBe('');
  });

  test('shows whatever a call names as plain text, without secrets', () => {
    const evil = '</details>`|` @octocat <img src=x> [x](https://evil.example) hunter2\n| # evil';
    const call = callOf({
      service: evil,
      resources: [evil],
      response: { status: 400, error: { code: evil, message: evil } },
    });
    const unknown = { ...verdicts.unknown, reasons: [evil] } as const;
    const literal = literalWith((text) => text.replaceAll('hunter2', '***'));
    const of = { function: evil, case: evil };
    const markdown = callsSection(shown([callsOf([call], [unknown]), of]), { ...context, literal }, megabyte);
    expect(markdown).not.toContain('hunter2');
    const html = marked.parse(markdown, { async: false, gfm: true });
    expect(html.match(/<tr>/g)).toHaveLength(2);
    expect(html).not.toMatch(/<img|<a |<h1/);
    expect(html.match(/<\/details>/g)).toHaveLength(1);
  });
});

describe('the calls stand', () => {
  const calls = shown([callsOf([callOf()]), { function: 'f' }]);

  test('in the summary of an invocation', () => {
    const options = { redact: plain, workspace, maxBytes: megabyte };
    expect(renderSummary([succeeded('x')], { ...options, calls })).toContain('<b>Calls to AWS</b> · 1');
    expect(renderSummary([succeeded('x'), succeeded('y')], { ...options, calls })).toContain('<b>Calls to AWS</b> · 1');
    expect(renderSummary([succeeded('x')], options)).not.toContain('Calls to AWS');
  });

  test('in the summary of a suite', async () => {
    const options = { redact: plain, workspace, diagnostics: [], maxBytes: megabyte };
    expect(await renderSuiteSummary(suiteOf([caseOf()]), { ...options, calls })).toContain('<b>Calls to AWS</b> · 1');
    expect(await renderSuiteSummary(suiteOf([caseOf()]), options)).not.toContain('Calls to AWS');
  });
});
