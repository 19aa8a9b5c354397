import { describe, expect, test } from '@jest/globals';
import { JsonPlaces } from '../../src/json/places.js';
import { findNode } from '../../src/suite/cases/document/find-node.js';
import { parseYaml } from '../../src/suite/cases/document/parse-yaml.js';

const value = {
  cases: [
    { name: 'a', data: { 'two words': [1, [], {}, [null, true]], 'é "quoted" \\ 😀': -1.5e-7 } },
    'item {"name": [',
    { name: 'ü\n\u2028', expect: { output: { 0: 'zero', '': 'empty', deep: { deeper: [[['x']]] } } } },
  ],
  last: false,
};

/** All paths of a value, and beside each one some that are not there. */
function pathsOf(of: unknown): (string | number)[][] {
  const missing = [['missing'], [7], ['missing', 0]];
  if (typeof of !== 'object' || of === null) return [[], ...missing];
  const members = Array.isArray(of) ? of.map((item, index) => [index, item] as const) : Object.entries(of);
  const below = members.flatMap(([key, member]) => pathsOf(member).map((path) => [key, ...path]));
  return [[], ...missing, ...below];
}

describe.each([
  ['on one line', JSON.stringify(value)],
  ['over lines', JSON.stringify(value, null, 2)],
  [
    'with the ends of lines of Windows, and blanks around it',
    ` \r\n${JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n')} \n`,
  ],
])('of a JSON text %s', (_, text) => {
  test('each place is where a parser of YAML has it, of which JSON is a part', () => {
    const places = new JsonPlaces(text);
    const { document, positionAt } = parseYaml(text);
    const paths = pathsOf(value);
    expect(paths.length).toBeGreaterThan(80);
    for (const path of [...paths, ...paths.toReversed()]) {
      const expected = positionAt(findNode(document, path)?.range?.[0] ?? 0);
      expect({ path, ...places.positionOf(path) }).toEqual({ path, ...expected });
    }
  });
});

test('what stands there is the key, or the item of a list', () => {
  const text = JSON.stringify(value, null, 2);
  const lines = text.split('\n');
  const at = (...path: (string | number)[]) => {
    const { line, column } = new JsonPlaces(text).positionOf(path);
    return lines[line - 1]?.slice(column - 1);
  };
  expect(at('cases', 0, 'data', 'é "quoted" \\ 😀')).toBe('"é \\"quoted\\" \\\\ 😀": -1.5e-7');
  expect(at('cases', 1)).toBe('"item {\\"name\\": [",');
  expect(at('cases', 2, 'expect', 'output', '0')).toBe('"0": "zero",');
  expect(at('cases', 2, 'expect', 'gone')).toBe('"expect": {');
});

test.each(['3', ' "a"\n', '[]', '{}', 'null'])('%j has one place, its start', (text) => {
  const start = { line: 1, column: text.search(/\S/) + 1 };
  const places = new JsonPlaces(text);
  expect([places.positionOf([]), places.positionOf(['a', 0])]).toEqual([start, start]);
});
