import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { plainLine } from '../../../src/action/workflow-commands.js';
import { xmlDocument } from '../../../src/report/junit/xml.js';
import { fenced } from '../../../src/report/markdown/text/fence.js';
import { literalWith } from '../../../src/report/text/literal-text.js';
import type { Finding } from '../../../src/suite/expectations/finding.js';
import { judge } from '../../../src/suite/expectations/judge.js';
import { literal } from '../../../src/suite/expectations/read-pattern.js';
import { createCommandProcessor } from '../../harness/command-processor.js';
import { createSecretMasker } from '../../harness/secret-masker.js';
import { holds } from '../../hostile/property.js';
import { hostileText } from '../../hostile/texts.js';
import { junitProblems, textsIn } from '../../report/junit/validate.js';
import { failed, responded } from './judging.js';

const asIs = literalWith((text) => text);

/** What a handler may answer: texts that would break out of wherever they stand, as values and as keys. */
const answer = fc.oneof(
  hostileText,
  fc.array(hostileText, { maxLength: 4 }),
  fc.dictionary(hostileText, fc.oneof(hostileText, fc.array(hostileText, { maxLength: 3 })), { maxKeys: 4 }),
);

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What is found where one answer was expected, and another came. */
function found(expected: unknown, received: unknown): Finding[] {
  const output = literal(JSON.parse(JSON.stringify(expected)));
  return [
    ...judge({ status: 'success', output }, responded(received)),
    ...judge(
      { status: 'success', http: { headers: new Map([['x', output]]), body: output } },
      responded({
        statusCode: 200,
        headers: { x: textOf(received) },
        body: JSON.stringify(received),
      }),
    ),
    ...judge({ status: 'success' }, failed(textOf(received).slice(0, 200), textOf(expected))),
    ...judge(
      { status: 'success', log: { has: [{ text: `${textOf(expected)}.`, path: ['log'] }], hasNot: [] } },
      responded(1),
    ),
  ];
}

describe('what is found, whatever a handler answers,', () => {
  test('is said on one line, in which nothing is unseen', async () => {
    await holds(300, [answer, answer], (expected, received) => {
      for (const { message } of found(expected, received)) {
        expect(message).toBe(asIs(message));
        expect(message).not.toMatch(/[\n\t\u2028\u2029\u0085]/);
        expect(message.length).toBeLessThan(2000);
      }
    });
  });

  test('has a diff of lines that begin with their sign, and are seen as they are', async () => {
    await holds(300, [answer, answer], (expected, received) => {
      for (const { diff } of found(expected, received)) {
        if (diff === undefined) continue;
        expect(diff).toBe(asIs(diff));
        for (const line of diff.split('\n')) expect(line).toMatch(/^[ +-] (?:.*)$/u);
      }
    });
  });

  test('stays within its fence in Markdown', async () => {
    await holds(300, [answer, answer], (expected, received) => {
      for (const { diff } of found(expected, received)) {
        if (diff === undefined) continue;
        const block = fenced(asIs(diff), 'diff');
        const tokens = marked.lexer(`before\n\n${block}\nafter\n`).filter(({ type }) => type !== 'space');
        expect(tokens.map(({ type }) => type)).toEqual([
          'paragraph',
          block.startsWith('<pre>') ? 'html' : 'code',
          'paragraph',
        ]);
        if (tokens[1]?.type === 'code') expect(tokens[1]['text']).toBe(asIs(diff));
      }
    });
  });

  test('stays within its element in JUnit', async () => {
    const documents: string[] = [];
    await holds(60, [answer, answer], (expected, received) => {
      const contents = found(expected, received).map(
        ({ message, diff = '', expected: one = '', received: other = '' }) =>
          asIs([message, diff, one, other].join('\n')),
      );
      const cases = contents.map((content) => ({
        name: 'testcase',
        attributes: { name: 'a', classname: 'b', time: 0 },
        content: [{ name: 'failure', attributes: { message: content, type: 'Expectation' }, content }],
      }));
      const attributes = { name: 'a', tests: cases.length, failures: cases.length, errors: 0, time: 0 };
      const xml = xmlDocument({ name: 'testsuites', content: [{ name: 'testsuite', attributes, content: cases }] });
      documents.push(xml);
      expect(textsIn(xml, 'failure')).toEqual(
        contents.map((content) => content.replaceAll(/[\ufffe\uffff]/g, '\ufffd')),
      );
    });
    expect(await junitProblems(...documents)).toEqual([]);
  });

  test('is no command to the runner, where each line of it is printed as a line', async () => {
    await holds(300, [answer, answer], (expected, received) => {
      const processor = createCommandProcessor(createSecretMasker());
      for (const { message, diff = '' } of found(expected, received)) {
        for (const line of [message, ...diff.split('\n')]) processor.line(plainLine(line).slice(0, -1));
      }
      expect(processor.effects.commands).toEqual([]);
      expect(processor.effects.failures).toEqual([]);
    });
  });
});
