import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ConfigDocument, type ConfigNode, childNodes, rootNode } from '../../src/service/document/config-node.js';
import { locateNode, locateVariable } from '../../src/service/document/locate.js';
import { readPlainYaml } from '../../src/service/document/plain-yaml.js';
import { parseYaml } from '../../src/service/document/read-yaml.js';
import { seedOfChance } from '../chance.js';

const root = join(import.meta.dirname, '..', '..', '..');

/** What the parser makes of a text, as text; `undefined` where it refuses it. */
function parsed(text: string): string | undefined {
  try {
    return asText(parseYaml(text));
  } catch {
    return undefined;
  }
}

/** With all that counts: also -0, the order of members, and a value in itself. */
function asText(value: unknown): string {
  return inspect(value, { depth: Number.POSITIVE_INFINITY, maxArrayLength: null, maxStringLength: null });
}

/** Where all values of a document and their keys are. */
function placesIn(document: ConfigDocument): unknown[] {
  const placesOf = (node: ConfigNode): unknown[] => [
    [node.path.join('.'), locateNode(node), locateNode(node, 'key'), locateVariable(node, 0, '${')],
    ...childNodes(node).flatMap(placesOf),
  ];
  return [
    ...placesOf(rootNode(document)),
    ...['', 'functions', 'provider'].map((key) => locateNode({ document, path: [key, 'absent'], value: undefined })),
  ];
}

describe('a plain document', () => {
  test.each([
    ['f: 1\n', { f: 1 }],
    ['---\n# a service\nf: 0x1F\n', { f: 31 }],
    [
      '# functions\nf:\n  handler: src/f.handler\n  environment:\n    A: ${self:custom.a}-b\n\n  timeout: 3 # s\ng:\n  handler: g.h\n',
      { f: { handler: 'src/f.handler', environment: { A: '${self:custom.a}-b' }, timeout: 3 }, g: { handler: 'g.h' } },
    ],
    [
      'events:\n- http:\n    path: /a\n    cors: true\n- sqs: arn:aws:sqs:eu-west-1:1:q\n-   a\n- "b: c"\n-\n',
      { events: [{ http: { path: '/a', cors: true } }, { sqs: 'arn:aws:sqs:eu-west-1:1:q' }, 'a', 'b: c', null] },
    ],
    ["f:\n    - a: '1'\n      b: {}\n      c:\n      - []\n", { f: [{ a: '1', b: {}, c: [[]] }] }],
    ['Fn::Sub: ~\nf: -.5\n', { 'Fn::Sub': null, f: '-.5' }],
  ])('is read without the parser: %j', (text, value) => {
    expect(readPlainYaml(text)).toStrictEqual(value);
    expect(parseYaml(text)).toStrictEqual(value);
  });

  test.each(
    [
      ['', '# nothing\n', ' f: 1\n', 'f: 1\n g: 2\n', 'f:\n  a: 1\n b: 2\n', 'f: 1\nf: 2\n', 'f:\n  a: 1\n  a: 2\n'],
      ['f: [1]\n', '- f: 1\n', 'f: &a 1\n', 'f: *a\n', 'f: !t 1\n', 'f: |\n  a\n', '"f": 1\n', '? f\n', '<<: 1\n'],
      ['f: a: b\n', 'f: a:\n', 'f:1\n', 'f:\t1\n', 'f: 1\r\n', '{f: 1}\n', 'f: é\n', 'f: "a\\n"\n', "f: 'a''b'\n"],
      ['True: 1\n', '__proto__: 1\n', 'f:\n- a\n b\n', 'f: a\n  b\n', 'f: 1\n---\ng: 1\n', 'f: a\n# c\n  b\n'],
    ].flat(),
  )('is none, so that it is left to the parser: %j', (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  test.each([
    ['a: 1\nb: |\n  x\n\nc: !Ref d\n', ['b: |\n  x\n\n', 'c: !Ref d\n']],
    [
      'a:\n  - b: >-\n      x\n    c: [\n      1]\n  - !Sub x\n',
      ['    b: >-\n      x\n', '    c: [\n      1]\n', '  - !Sub x\n'],
    ],
    ['a: b\n  c\nd: "é"', ['a: b\n  c\n', 'd: "é"']],
  ])('has the parser read what is not plain, alone: %j', (text, expected) => {
    const parts: string[] = [];
    const value = readPlainYaml(text, (part) => {
      parts.push(part);
      return parseYaml(part);
    });
    expect(parts).toEqual(expected);
    expect(value).toStrictEqual(parseYaml(text));
  });

  test.each([
    'a: &x 1\nb: *x\n',
    'a: {b: 1,\nc: 2}\n',
    'a: "b\nc: d"\n',
    'a: !Ref\n- b\n',
    'a: 1\n"a": 2\n',
    '<<: {a: 1}\n',
    'a:\n- b: 1\n c: 2\n',
  ])('is none where a part does not stand alone: %j', (text) => {
    expect(readPlainYaml(text, parseYaml)).toBeUndefined();
  });

  test('is read as the parser reads it, and what the parser refuses is left to it', () => {
    const key = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'f1', 'x-y', 'A::B') },
      fc.constantFrom('- a', '- - a', '- A::B', '-  b', 'true', 'Null', '__proto__', 'constructor', '1', '0x1'),
      fc.constantFrom('é', '<<', '"q"', "'q'", 'a b', 'a.b', '/p', '!t a', '&a b', '? a', '-', 'a:b', 'a#', 'a #'),
    );
    const value = fc.oneof(
      fc.constantFrom(
        ...[
          '',
          '',
          ' ',
          ' 1',
          ' 0x1',
          ' -0',
          ' a b',
          ' ${self:a, 1}',
          ' a, b',
          ' {}',
          ' []',
          ' {a',
          ' $(x)',
          ' "',
          " '",
        ],
        ...[
          ' @a',
          ' a@',
          ' *',
          ' a*b',
          ' -',
          ' - a',
          ' a - b',
          ' -a',
          ' (',
          ' +',
          ' ;',
          ' ^a',
          ' !',
          ' =',
          ' <<',
          ' <a',
          ' a<',
        ],
        ...[
          ' a:',
          ' a: b',
          ' a:b',
          ' :a',
          ' a#',
          ' a #',
          ' #',
          ' |',
          ' >',
          ' |2',
          ' |+',
          ' &a',
          ' !a',
          ' !a b',
          ' %',
          ' a%',
        ],
        ...[
          ' ?',
          ' 2024-01-01',
          ' ~',
          ' ~a',
          ' .',
          ' ...',
          ' \ta',
          '\t',
          ' a\r',
          ' __proto__',
          ' "a"',
          " 'a'",
          ' "a',
          " b'",
        ],
        ...[
          ' "a\\n"',
          " 'a''b'",
          ' "a" # c',
          ' a  # é',
          ' a # \u0085',
          ' True',
          ' NULL',
          ' .inf',
          ' 1e3',
          ' 1.10',
          ' *a',
          ' [a',
          ' a]',
        ],
        ...[' [a, b]', ' {a: b}', ' {a: [}', ' "a": b', ' a b: c'],
      ),
    );
    const indent = fc.constantFrom('', '', '', '  ', '  ', '  ', '    ', '    ', ' ', '   ', '      ', '\t');
    const line = fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(indent, key, fc.constantFrom(':', ':', ':', ':', '', ' :'), value)
          .map((parts) => parts.join('')),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(indent, fc.constantFrom('- ', '-', 'a', '- "a"', ']', '}', '"', "'", '# c'))
          .map((parts) => parts.join('')),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '',
          '# c',
          '  # c',
          '   ',
          '---',
          '...',
          '%YAML 1.2',
          '{',
          ']',
          '# \u2014',
          '\uFEFFa: 1',
        ),
      },
    );
    let read = 0;
    fc.assert(
      fc.property(
        fc.tuple(
          fc.array(line, { maxLength: 7 }).map((lines) => lines.join('\n')),
          fc.constantFrom('', '\n', '\n\n'),
        ),
        ([text, end]) => {
          for (const plain of [readPlainYaml(text + end), readPlainYaml(text + end, parseYaml)]) {
            if (plain === undefined) continue;
            read++;
            expect(asText(plain)).toBe(parsed(text + end));
          }
        },
      ),
      { numRuns: 5_000, seed: seedOfChance },
    );
    expect(read).toBeGreaterThan(0);
  });

  test('is what the fixtures are read as, with the same places', () => {
    const fixtures = join(root, 'test', 'fixtures');
    const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));
    let read = 0;
    for (const name of files) {
      const text = readFileSync(join(fixtures, name), 'utf8');
      // An alias may make a value endless, which has endless places.
      if (text.includes('&')) continue;
      const plain = readPlainYaml(text, parseYaml);
      if (plain === undefined) continue;
      read++;
      expect({ name, value: asText(plain) }).toEqual({ name, value: parsed(text) });
      const [ofParts, ofAll] = [true, false].map((isPlain) =>
        placesIn({ file: { path: name, format: 'yaml', text, isPlain }, value: plain }),
      );
      expect(ofParts).toEqual(ofAll);
    }
    expect(read).toBeGreaterThan(files.length / 2);
  });
});
