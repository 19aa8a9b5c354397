import { describe, expect, test } from '@jest/globals';

import { UserError } from '../../../src/diagnostics/user-error.js';
import { readJson } from '../../../src/service/document/read-json.js';
import { readYaml } from '../../../src/service/document/read-yaml.js';

function failure(read: () => unknown): UserError['diagnostic'] {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return error.diagnostic;
    throw error;
  }
  throw new Error('it did not fail');
}

describe('readYaml', () => {
  test.each([
    ['017', 17],
    ['0o17', 15],
    ['0755', 755],
    ['0o755', 493],
    ['0x1F', 31],
    ['-0x1F', -31],
    ['0b11', 3],
    ['+0b11', 3],
    ['-.5', '-.5'],
    ['.5', 0.5],
    ['-1.5e3', -1500],
    ['.inf', null],
    ['-.INF', null],
    ['.nan', null],
    ['1e999', '1e999'],
    ['12:30', '12:30'],
    ['1_000', '1_000'],
    ['1.10', 1.1],
    ['"007"', '007'],
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['off', 'off'],
    ['true', true],
    ['~', null],
    ['', null],
    ['2024-05-06', '2024-05-06'],
    ['2024-05-06T07:08:09Z', '2024-05-06T07:08:09Z'],
  ])('reads the scalar %s as %j (snippet 19)', (text, expected) => {
    expect(readYaml(`v: ${text}`, '/s.yml')).toEqual({ v: expected });
  });

  test.each([
    ['!Ref Table', { Ref: 'Table' }],
    ['!Condition IsProd', { Condition: 'IsProd' }],
    ['!Sub "${A}-b"', { 'Fn::Sub': '${A}-b' }],
    ['!Sub ["${A}", {A: 1}]', { 'Fn::Sub': ['${A}', { A: 1 }] }],
    ['!GetAtt Table.Arn', { 'Fn::GetAtt': ['Table', 'Arn'] }],
    ['!GetAtt A.B.C', { 'Fn::GetAtt': ['A', 'B.C'] }],
    ['!GetAtt [A, B]', { 'Fn::GetAtt': ['A', 'B'] }],
    ['!Join ["-", [a, !Ref B]]', { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }],
    ['!If [C, !Ref A, !Ref "AWS::NoValue"]', { 'Fn::If': ['C', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] }],
    ['!Transform {Name: X, Parameters: {a: 1}}', { 'Fn::Transform': { Name: 'X', Parameters: { a: 1 } } }],
    ['!ToJsonString {a: 1}', { 'Fn::ToJsonString': { a: 1 } }],
    ['!Length [1, 2]', { 'Fn::Length': [1, 2] }],
    ['!ForEach::X [a]', { 'Fn::ForEach::X': ['a'] }],
    ['!GetAZs ""', { 'Fn::GetAZs': '' }],
    ['!Base64 5', { 'Fn::Base64': '5' }],
  ])('reads the short tag of %s', (text, expected) => {
    expect(readYaml(`v: ${text}`, '/s.yml')).toEqual({ v: expected });
  });

  test('merges anchors, with what stands there itself first (snippet 10)', () => {
    const text =
      'base: &b {timeout: 10, tags: {t: x}}\nfn: {<<: *b, timeout: 30}\nboth: {<<: [{a: 1}, {a: 2, b: 2}]}\n';
    expect(readYaml(text, '/s.yml')).toMatchObject({
      fn: { timeout: 30, tags: { t: 'x' } },
      both: { a: 1, b: 2 },
    });
  });

  test('keeps a member that is called __proto__ an ordinary one', () => {
    const value = readYaml('__proto__: {polluted: 1}', '/s.yml');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(Object.hasOwn({}, 'polluted')).toBe(false);
  });

  test.each([
    ['a: b: c\n', /bad indentation|mapping/, 1],
    ['a: 1\nb: 2\na: 3\n', /duplicated mapping key/, 3],
    ['a: [1, 2\nb: 3\n', /./, 2],
    ['a: 1\n---\nb: 2\n', /several documents/, 2],
    ['a: [x, "y]\n', /indentation|quoted/, 2, 1],
    ['a:\n\t- b\n', /tab/, 2],
    ['a: *nowhere\n', /nowhere|alias/, 1],
    ['', /it is empty/, 1],
    ['# nothing\n', /it is empty/, 1],
  ])('refuses %j with the line that is wrong', (text, reason, line, shown = line) => {
    const { message, location } = failure(() => readYaml(text, '/p/s.yml'));
    expect(message).toMatch(/^\/p\/s\.yml is not valid YAML: /);
    expect(message).toMatch(reason);
    if (text !== '' && !text.startsWith('#')) {
      expect(location).toMatchObject({ file: '/p/s.yml', line, column: expect.any(Number) });
      expect(message).toContain(`  ${shown} | ${text.split('\n')[shown - 1]?.replaceAll('\t', ' ')}`);
    }
  });

  test('refuses aliases that multiply each other, and those that hold themselves', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : Array(10).fill(`*a${i - 1}`)}]`,
    ).join('\n');
    expect(failure(() => readYaml(bomb, '/s.yml')).code).toBe('config-too-large');
    expect(failure(() => readYaml('a: &a {b: *a, c: *a}', '/s.yml')).code).toBe('config-too-large');
    const chain = Array.from({ length: 2000 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}`}]`).join('\n');
    expect(failure(() => readYaml(chain, '/s.yml')).code).toBe('config-too-large');
    expect(failure(() => readYaml('['.repeat(100_000), '/s.yml')).message).toMatch(/maxDepth/);
  });

  test('reads many merge keys and long lines', () => {
    const merges = `b: &b {${Array.from({ length: 50 }, (_, i) => `k${i}: ${i}`).join(', ')}}\n${Array.from({ length: 400 }, (_, i) => `m${i}: {<<: *b}`).join('\n')}`;
    expect(readYaml(merges, '/s.yml')).toMatchObject({ m399: { k49: 49 } });
    expect(readYaml(`a: "${'x'.repeat(2_000_000)}"`, '/s.yml')).toMatchObject({
      a: expect.stringMatching(/^x{2000000}$/),
    });
  });
});

describe('readJson', () => {
  test.each([
    ['{"a": tru}', '1:7', /a value is expected/],
    ['{"a": 1,}', '1:9', /a key is expected/],
    ['{\n  "a": 1\n  "b": 2\n}', '3:3', /, or \} is expected/],
    ['{"a": [1, 2}', '1:12', /, or ] is expected/],
    ["{'a': 1}", '1:2', /a key or } is expected/],
    ['{"a" 1}', '1:6', /: is expected/],
    ['{"a": 1', '1:8', /ends where/],
    ['{"a": "x\ny"}', '1:7', /a value is expected/],
    ['{"a": 1} x', '1:10', /the end is expected/],
    ['{"a": 01}', '1:8', /is expected/],
    ['[1}', '1:3', /, or ]/],
    ['', '1:1', /it is empty/],
  ])('refuses %j and says where', (text, place, reason) => {
    const { message, location } = failure(() => readJson(text, '/p/s.json'));
    expect(`${location?.line}:${location?.column}`).toBe(place);
    expect(message).toMatch(reason);
  });

  test('finds a place in whatever JSON.parse refuses', () => {
    const valid = '{"a": [1, -2.5e3, "x\\u00e9\\n", true, null, {}], "b": {"c": []}}';
    expect(readJson(valid, '/s.json')).toEqual(JSON.parse(valid));
    for (let cut = 0; cut < valid.length; cut++) {
      const broken = valid.slice(0, cut) + valid.slice(cut + 1);
      let isValid = true;
      try {
        JSON.parse(broken);
      } catch {
        isValid = false;
      }
      if (!isValid) expect(failure(() => readJson(broken, '/s.json')).location?.line).toBe(1);
    }
  });

  test('refuses nesting without end', () => {
    expect(failure(() => readJson('['.repeat(5000) + ']'.repeat(5000), '/s.json')).code).toBe('config-too-large');
  });
});
