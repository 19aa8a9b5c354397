import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainMappingKeys } from '../../src/service/document/plain-mapping.js';
import { parseYaml } from '../../src/service/document/read-yaml.js';
import { seedOfChance } from '../chance.js';

const keysOf = (text: string): string[] | undefined => {
  const keys = plainMappingKeys(text);
  return keys && [...keys];
};

describe('the keys of a plain mapping', () => {
  test.each([
    ['f: 1\n', ['f']],
    [
      '# functions\nf:\n  handler: src/f.handler\n  environment:\n    A: ${self:custom.a}-b\n\n  timeout: 3\ng:\n  handler: g.h\n',
      ['f', 'g'],
    ],
    ['f:\n    handler: f.h\n', ['f']],
  ])('are known at a glance: %j', (text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });

  test.each(
    [
      ['', '# nothing\n', ' f: 1\n', 'f: 1\n g: 2\n', 'f:\n  a: 1\n b: 2\n', 'f: 1\nf: 2\n', 'f:\n  a: 1\n  a: 2\n'],
      [
        'f: "1"\n',
        'f: [1]\n',
        '- f: 1\n',
        'f: &a 1\n',
        'f: *a\n',
        'f: !t 1\n',
        'f: |\n  a\n',
        '"f": 1\n',
        '? f\n',
        '<<: 1\n',
      ],
      [
        'f: a: b\n',
        'f: a #b\n',
        'f: a:\n',
        'f:1\n',
        'f:\t1\n',
        'f: 1\r\n',
        '---\nf: 1\n',
        '{f: 1}\n',
        'f: é\n',
        'f: a \n',
      ],
    ].flat(),
  )('are left to the parser: %j', (text) => {
    expect(keysOf(text)).toBeUndefined();
  });

  test('are those that the parser finds, and what it refuses is left to it', () => {
    const key = fc.constantFrom(
      'a',
      'b',
      'f1',
      'x-y',
      'true',
      'null',
      '__proto__',
      'constructor',
      '1',
      'é',
      '<<',
      '"q"',
      'a b',
      '- a',
    );
    const value = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        ' 1',
        ' 0x1',
        ' a b',
        ' ${self:a, 1}',
        ' a, b',
        ' {}',
        ' {a',
        ' $(x)',
        ' "',
        " '",
        ' @a',
        ' a@',
        ' *',
        ' a*b',
        ' -',
        ' - a',
        ' a - b',
      ),
      fc.constantFrom(
        ' a:',
        ' a: b',
        ' a:b',
        ' :a',
        ' a#',
        ' a #',
        ' #',
        ' |',
        ' >',
        ' &a',
        ' !a',
        ' %',
        ' a%',
        ' ?',
        ' 2024-01-01',
        ' ~',
        ' .',
        ' ...',
        ' \ta',
        '\t',
        ' a\r',
        ' __proto__',
      ),
    );
    const indent = fc.constantFrom('', '', '  ', '  ', '    ', ' ', '\t');
    const line = fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(indent, key, fc.constantFrom(':', ':', ':', '', ' :'), value)
          .map((parts) => parts.join('')),
      },
      { weight: 1, arbitrary: fc.constantFrom('', '# c', '  # c', '   ', '---', '...', '%YAML 1.2', '{', ']', 'text') },
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 7 }).map((lines) => lines.join('\n')),
        (text) => {
          const keys = keysOf(text);
          if (keys === undefined) return;
          const value = parseYaml(text) as Record<string, unknown>;
          expect(typeof value === 'object' && value !== null && !Array.isArray(value)).toBe(true);
          expect(Object.keys(value).sort()).toEqual(keys.sort());
        },
      ),
      { numRuns: 20_000, seed: seedOfChance },
    );
  });
});
