import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderWith } from '../folder.js';
import { collect, refusalOf } from './collecting.js';

/** A mistake: the text, what is said of it, where, and what to do. */
type Mistake = readonly [text: string, message: string, place: readonly [number, number], hint?: string];

/** What is said of the first mistake in a case file, without the file's name and the line that is shown. */
async function mistakeIn(text: string, name = 'suite.yml') {
  const folder = folderWith({ [name]: text });
  const { message, location, hint } = await refusalOf(collect(folder, { files: [name] }));
  const [said = ''] = message.split('\n');
  expect(said).toContain(`The case file ${join(folder, name)}`);
  expect(location?.file).toBe(join(folder, name));
  return { said: said.slice(said.indexOf(name) + name.length + 1).trim(), location, hint };
}

const one = (lines: string): string => `cases:\n  - name: a\n    function: price\n    ${lines}\n`;

const mistakes: readonly Mistake[] = [
  // Keys
  [one('dta: 1'), '`cases[0]` has the unknown key `dta`.', [4, 5], 'Did you mean `data`?'],
  [one('expect: { outptu: 1 }'), '`cases[0].expect` has the unknown key `outptu`.', [4, 15], 'Did you mean `output`?'],
  [one('expect: { maxDuration: 1 }'), '`cases[0].expect` has the unknown key `maxDuration`.', [4, 15]],
  [
    one('expect: { log: { contain: a } }'),
    '`cases[0].expect.log` has the unknown key `contain`.',
    [4, 22],
    'Did you mean `contains`?',
  ],
  [one('event: { sampel: sqs }'), '`cases[0].event` needs `sample`.', [4, 5]],
  ['case: []', 'The file needs `cases`.', [1, 1]],
  ['cases: []\ndefault: {}', 'the file has the unknown key `default`.', [2, 1], 'Did you mean `defaults`?'],
  ['cases: []\ndefaults: { name: a }', '`defaults` has the unknown key `name`.', [2, 13]],
  // Values
  ['hello', 'The file must be a mapping or a list, and is the text "hello".', [1, 1]],
  ['cases: { a: 1 }', '`cases` must be a list, and is a mapping.', [1, 1]],
  ['- price', '`[0]` must be a mapping, and is the text "price".', [1, 3]],
  [one('timeout: soon'), '`cases[0].timeout` must be a number, and is the text "soon".', [4, 5]],
  [one('timeout: 901'), '`cases[0].timeout` must be at most 900, and is 901.', [4, 5]],
  [one('timeout: 0'), '`cases[0].timeout` must be greater than 0, and is 0.', [4, 5]],
  [one('repeat: 1.5'), '`cases[0].repeat` must be a whole number, and is the number 1.5.', [4, 5]],
  [one('repeat: 0'), '`cases[0].repeat` must be at least 1, and is 0.', [4, 5]],
  [one('raw: "yes"'), '`cases[0].raw` must be `true` or `false`, and is the text "yes".', [4, 5]],
  [one('env: { A: [1] }'), '`cases[0].env.A` must be a text or a number or `true` or `false`, and is a list.', [4, 12]],
  [one('matrix: {}'), '`cases[0].matrix` must not be empty.', [4, 5]],
  [
    one('expect: { status: succes }'),
    '`cases[0].expect.status` must be one of success, error, timeout, crash, failure, and is "succes".',
    [4, 15],
    'Did you mean `success`?',
  ],
  // What the schema can't say
  ['- name: a', 'a case names no function.', [1, 3], 'Write `function: NAME`, or name one in `defaults`.'],
  [
    one('data: 1\n    path: a.json'),
    '`data` and `path` both say where the event comes from.',
    [5, 5],
    'Write one of them.',
  ],
  [
    one('path: a.json'),
    'the event file `a.json` does not exist.',
    [4, 5],
    'Its path is relative to the file that names it.',
  ],
  [one('data: { a: 1 }\n    raw: true'), '`raw` takes the event as a string, and `data` is none.', [5, 5]],
  [one('skip: true'), '`skip` does not say why.', [4, 5], 'Write the reason: `skip: waits for the new queue`.'],
  [
    one("context: '{a: 1}'"),
    "`context` is not valid JSON: Expected property name or '}' in JSON at position 1.",
    [4, 5],
  ],
  [one('data: ${matrix.a}'), '`${matrix.a}` names no value of the matrix.', [4, 5], 'The case has no `matrix`.'],
  [
    one('matrix: { currency: [EUR] }\n    data: x ${matrix.curency}'),
    '`${matrix.curency}` names no value of the matrix.',
    [5, 5],
    'Did you mean `${matrix.currency}`?',
  ],
  [one('matrix: { t: [-1] }\n    timeout: ${matrix.t}'), '`timeout` must be greater than 0, and is -1.', [5, 5]],
  [
    '- { function: a, name: x }\n- { function: b, name: x }',
    'another case is called `x`, too.',
    [2, 18],
    'Give each a `name` of its own.',
  ],
  [
    '- { function: a }\n- { function: a }',
    'another case is called `a`, too.',
    [2, 3],
    'Give each a `name` of its own.',
  ],
  [
    one('event: sqz'),
    'There is no sample event sqz.',
    [4, 5],
    'Did you mean sqs? `invoke-local event` lists them all.',
  ],
  [one('event: { sample: sqz }'), 'There is no sample event sqz.', [4, 14]],
  [
    one('event: { sample: sqs, with: { bdoy: 1 } }'),
    'the sample sqs has no member `bdoy`.',
    [4, 27],
    'Did you mean `body`?',
  ],
  // Expectations
  [
    one('expect: { output: { id: any(strin) } }'),
    '`any(strin)` names no type.',
    [4, 25],
    'Did you mean `any(string)`?',
  ],
  [
    one('expect: { output: absent() }'),
    '`absent()` stands for a member that an object has not, and this is no member.',
    [4, 15],
  ],
  [
    one('expect: { output: [absent()] }'),
    '`absent()` stands for a member that an object has not, and this is no member.',
    [4, 24],
  ],
  [one('expect: { output: { n: number(10..1) } }'), '`number(10..1)` is no range of numbers.', [4, 25]],
  [one('expect: { output: { n: "number(> x)" } }'), '`number(> x)` is no range of numbers.', [4, 25]],
  [
    one('expect: { output: { n: "/[/" } }'),
    '`/[/` is no regular expression: /[/: Unterminated character class.',
    [4, 25],
    'Where the text itself is meant, write `{ $equals: … }`.',
  ],
  [
    one('expect: { output: { n: /users/ } }'),
    '`/users/` may be a text or a regular expression.',
    [4, 25],
    'Write `{ $regex: "users" }` for the expression, or `{ $equals: "/users/" }` for the text.',
  ],
  [
    one('expect: { output: { n: { $one-off: [1] } } }'),
    '`$one-off` is no matcher.',
    [4, 30],
    'Did you mean `$one-of`? Where the text itself is meant, write `{ $equals: … }`.',
  ],
  [one('expect: { output: { n: { $one-of: 1 } } }'), '`$one-of` takes a list.', [4, 30]],
  [one('expect: { output: { n: { $one-of: [] } } }'), '`$one-of` has nothing to choose from.', [4, 30]],
  [
    one('expect: { output: { n: { $unordered: [], b: 1 } } }'),
    '`$unordered` stands alone in its mapping, and `b` is there too.',
    [4, 46],
  ],
  [one('expect: { exact: true }'), '`exact` is there without an `output` or a `body` that it is about.', [4, 15]],
  [one('expect: { status: success, error: x }'), '`error` is expected, and so is the `status` success.', [4, 32]],
  [one('expect: { error: { message: /(/ } }'), '`/(/` is no regular expression: /(/: Unterminated group.', [4, 24]],
  [
    one('expect: { log: { not: { matches: "(" } } }'),
    '`(` is no regular expression: /(/: Unterminated group.',
    [4, 29],
  ],
  [
    one('expect: { schema: nothing.json }'),
    'the schema `nothing.json` does not exist.',
    [4, 15],
    'Its path is relative to the file that names it.',
  ],
  [
    one('expect: { schema: https://example.test/a.json }'),
    '`schema` is an address, and must be a file: `https://example.test/a.json`.',
    [4, 15],
  ],
  [one('expect: { schema: "#/a" }'), '`schema` names no file.', [4, 15]],
  // Syntax
  [
    'cases: [',
    'is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 9.',
    [1, 9],
  ],
  ['a: 1\na: 2', 'is not valid YAML: Map keys must be unique at line 2, column 1.', [2, 1]],
  ['- &a 1\n- *b', 'uses the anchor b, which is not set before at line 2, column 3.', [2, 3]],
  ['- !any string', 'is not valid YAML: Unresolved tag: !any at line 1, column 3.', [1, 3]],
  [
    '- a\n---\n- b',
    'is not valid YAML: it holds several documents, where one is expected at line 2, column 1.',
    [2, 1],
  ],
  ['- { data: .inf }', "has the number .inf, which JSON can't say at line 1, column 11.", [1, 11]],
  ['? [a]\n: 1', 'has a key that is a list or a mapping at line 1, column 3.', [1, 3]],
  ['- &a { b: *a }', 'is nested deeper than 500 levels', [1, 6]],
];

describe('a mistake is told with its line, its column and what was meant:', () => {
  test.each(mistakes.map((mistake, index) => [`${mistake[1]} (${index + 1})`, mistake] as const))(
    '%s',
    async (_, [text, message, [line, column], hint]) => {
      const { said, location, hint: given } = await mistakeIn(text);
      expect(said).toContain(message);
      expect([location?.line, location?.column]).toEqual([line, column]);
      if (hint !== undefined) expect(given).toBe(hint);
    },
  );

  test.each<Mistake>([
    ['{"cases": [1,]}', 'is not valid JSON: unexpected "]" at line 1, column 14.', [1, 14]],
    ['{"cases": [],\n "cases": []}', 'has a key twice at line 2, column 2.', [2, 2]],
    ['[{"function": "a", "dta": 1}]', '`[0]` has the unknown key `dta`.', [1, 20]],
  ])('%s in JSON', async (text, message, [line, column]) => {
    const { said, location } = await mistakeIn(text, 'suite.json');
    expect(said).toBe(message);
    expect([location?.line, location?.column]).toEqual([line, column]);
  });

  test.each([
    ['', 'is empty.'],
    ['# nothing yet\n', 'is empty.'],
  ])('%j', async (text, message) => {
    expect((await mistakeIn(text)).said).toBe(message);
  });
});

test('all mistakes of a file are told at once, in its order, and the first with its line', async () => {
  const text = `cases:
  - functoin: price
  - function: order
    timeout: soon
    expect:
      outputs: 1
`;
  const folder = folderWith({ 'suite.yml': text });
  const { message } = await refusalOf(collect(folder, { files: ['suite.yml'] }));
  expect(message).toBe(
    `The case file ${join(folder, 'suite.yml')}: \`cases[0]\` has the unknown key \`functoin\`.
    - functoin: price
      ^
There are 2 more in it:
  4:5 \`cases[1].timeout\` must be a number, and is the text "soon".
  6:7 \`cases[1].expect\` has the unknown key \`outputs\`. Did you mean \`output\`?`,
  );
});

test('a mistake in what is given inline is told with the line of that', async () => {
  const { message, location } = await refusalOf(collect(folderWith({}), { inline: '- function: price\n  dta: 1' }));
  expect(message).toBe(
    'The suite that was given inline: `[0]` has the unknown key `dta` (line 2, column 3).\n    dta: 1\n    ^',
  );
  expect(location).toBeUndefined();
});

test('a file that is none, or no text, is refused', async () => {
  const folder = folderWith({ 'a/b.yml': '', 'latin.yml': '' });
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(folder, 'latin.yml'), Buffer.from([0x2d, 0x20, 0xe9]));
  expect((await refusalOf(collect(folder, { files: ['latin.yml'] }))).message).toContain('is not UTF-8');
  expect((await refusalOf(collect(folder, { files: ['a'] }))).message).toBe('There is no case file a.');
});
