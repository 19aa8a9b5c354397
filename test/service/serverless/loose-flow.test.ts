import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { parseWithLooseFlow } from '../../../src/json/flow-in-yaml.js';
import { readYaml } from '../../../src/service/document/read-yaml.js';
import { failureOf, folderOf, openFolder, placeOf } from '../open-folder.js';

describe('collections as in JSON are read as the framework and SAM read them, whatever the indentation of their lines', () => {
  test.each<[string, string, unknown]>([
    ['a closing brace below its key', 'x: {\n  b: 1\n}\n', { x: { b: 1 } }],
    ['one in a mapping', 'a:\n  x: {\n    b: 1\n  }\n  y: 2\n', { a: { x: { b: 1 }, y: 2 } }],
    ['a closing bracket', 'a:\n  x: [\n    1,\n    2\n  ]\n', { a: { x: [1, 2] } }],
    ['an item of a list', 'a:\n- {\n  x: 1\n}\n- 2\n', { a: [{ x: 1 }, 2] }],
    ['lists in lists', '- - [\n1]\n  - 2\n', [[[1], 2]]],
    ['everything at the left', 'a:\n  x: {\nb: 1,\nc: [\n1\n]\n}\n', { a: { x: { b: 1, c: [1] } } }],
    ['tabs', 'a: {\n\tb: 1\n}\n', { a: { b: 1 } }],
    [
      'a tag of CloudFormation',
      'a:\n  b: !If [C, {\n    x: 1\n  }, !Ref D]\n',
      {
        a: { b: { 'Fn::If': ['C', { x: 1 }, { Ref: 'D' }] } },
      },
    ],
    ['a comment between', 'a:\n  x: {\n# one\n  b: 1 # two\n  }\n', { a: { x: { b: 1 } } }],
    [
      'a text over several lines',
      'a:\n  x: "one\n  two\nthree"\n  y: \'a\n\n  b\'\n',
      {
        a: { x: 'one two three', y: 'a\nb' },
      },
    ],
    ["Windows' ends of lines", 'a:\r\n  x: {\r\n    b: 1\r\n  }\r\n  y: 2\r\n', { a: { x: { b: 1 }, y: 2 } }],
    [
      'a block that looks like it stays as it is',
      'a: {\n  b: 1\n}\nc: |\n  x: {\n  }\n',
      { a: { b: 1 }, c: 'x: {\n}\n' },
    ],
  ])('%s', (_, text, expected) => {
    expect(readYaml(text, '/s.yml')).toEqual(expected);
  });

  test('a text that needs none of it is parsed once', () => {
    const parsed: string[] = [];
    parseWithLooseFlow('a: {\n  b: 1 }\n', (text) => parsed.push(text));
    expect(parsed).toHaveLength(1);
  });

  test.each([
    ['a: {\n  b: 1\n', '3:1'],
    ['a: {\n  b: 1\n}\nc: {\n  d: 1\n}}\n', '6:2'],
    ['a:\n  x: {\n  b: 1\n  }\n  - c\n', '5:3'],
    ['a: [\n1, 2 3: 4: 5\n]\n', '2:10'],
  ])('a mistake after it has its own place: %j', async (text, place) => {
    expect(placeOf(await failureOf(Promise.resolve().then(() => readYaml(text, '/s.yml'))))).toBe(place);
  });

  test('what is in them has its place', async () => {
    const folder = await folderOf({
      'serverless.yml': `service: svc
provider: {
  name: aws,
  runtime: nodejs22.x,
  environment: {
    ONE: one
  }
}
functions: {
f: {
  handler: h.e,
  environment: {
  TWO: "\${self:custom.none}"
  }
},
  g: { handler: h.e, timeout: 7
}
}
`,
      'h.js': '',
    });
    const service = await openFolder(folder);
    const g = await service.load('g');
    expect([g.environment, g.timeoutMs]).toEqual([{ ONE: 'one' }, 7000]);
    expect(await g.origin('timeout')).toEqual({ file: join(folder, 'serverless.yml'), line: 16, column: 22 });
    const failure = await failureOf(service.load('f'));
    expect(failure.message).toContain('${self:custom.none} of functions.f.environment.TWO has no value');
    expect(placeOf(failure)).toBe('13:9');
  });
});
