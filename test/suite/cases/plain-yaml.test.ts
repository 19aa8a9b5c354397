import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { type ExactJson, ExactNumber } from '../../../src/json/exact-number.js';
import { nodeValue } from '../../../src/suite/cases/document/node-value.js';
import { parseYaml } from '../../../src/suite/cases/document/parse-yaml.js';
import { readPlainYaml } from '../../../src/suite/cases/document/plain-yaml.js';
import { holds } from '../../hostile/property.js';
import { repositoryRoot } from '../../paths.js';

/** What the parser says that keeps places. */
function slowly(text: string): ExactJson {
  const { document, problem } = parseYaml(text);
  if (problem !== undefined) throw new Error(problem.reason);
  return nodeValue(document);
}

const word = fc.oneof(
  fc.constantFrom('a', 'Ada', 'yes', 'on', '12:30', '2024-05-06', '0x1F', '1_000', 'a: b', 'a #b', '- a', '?', '', ' '),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(fc.constantFrom('line', '', '  in', '# no', '...', 'a: 1'), { maxLength: 5 })
    .map((lines) => lines.join('\n')),
);
const scalar = fc.oneof(
  word,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom('name', 'data', 'a-b', 'x y'), word), tie('tree'), { maxKeys: 4 }),
  ),
}));
const style = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
  lineWidth: fc.constantFrom(0, 20, 80),
});

describe('the faster parser of case files', () => {
  test('reads what a document means as the one that keeps places does, or leaves it to that', async () => {
    let plain = 0;
    await holds(400, [fc.array(tree, { maxLength: 5 }), style], (value, options) => {
      const text = stringify(value, options);
      const found = readPlainYaml(text);
      if (found === undefined) return;
      plain += 1;
      expect(found).toEqual(slowly(text));
    });
    expect(plain).toBeGreaterThan(0);
  });

  test('reads the files of this repository as the other one does', () => {
    const folders = ['examples', '.github', 'test/fixtures'].map((name) => join(repositoryRoot, name));
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.ya?ml$/.test(name) && !name.includes('node_modules'))
        .map((name) => join(folder, name)),
    );
    const read = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const found = readPlainYaml(text);
      return found === undefined ? [] : [[file, found, text] as const];
    });
    expect(read.length).toBeGreaterThan(10);
    for (const [file, found, text] of read) expect([file, found]).toEqual([file, slowly(text)]);
  });

  test('keeps the digits of numbers, and texts that only look like numbers', () => {
    expect(readPlainYaml('[1.10, 12345678901234567890, 0x10, 0o17, +5, 007, 1e3, .5, 1_000, 0b1, "1"]')).toEqual([
      new ExactNumber('1.10'),
      new ExactNumber('12345678901234567890'),
      16,
      15,
      5,
      7,
      new ExactNumber('1e3'),
      0.5,
      '1_000',
      '0b1',
      '1',
    ]);
  });

  test.each([
    ['an anchor', 'a: &x 1\nb: *x\n'],
    ['a merge key', 'a: {<<: {b: 1}}\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['a tab', 'a:\t1\n'],
    ['a complex key', '? a\n: 1\n'],
    ['a key that is a number', '1.10: a\n'],
    ['a key that is nothing', '~: a\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a number that JSON has not', 'a: .inf\n'],
    ['a mistake', 'a: [1\n'],
    ['nothing', '# nothing\n'],
    ['a prototype', '__proto__: 1\n'],
  ])('leaves %s to the one that keeps places', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });
});
