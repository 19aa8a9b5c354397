import { describe, expect, test } from '@jest/globals';

import { parseTemplate } from '../../../src/service/serverless/variables/parse.js';
import { type Template, VariableSyntaxError } from '../../../src/service/serverless/variables/syntax.js';
import { cpuMs } from '../../cpu-time.js';

/** A template as short text: variables in `<…>`, sources parted by `|`, strings in JSON. */
function show(template: Template | undefined): string {
  return template === undefined ? 'plain' : template.map(showPart).join(' + ');
}

function showPart(part: Template[number]): string {
  if (typeof part === 'string') return JSON.stringify(part);
  return `<${part.sources
    .map((source) => {
      if (source.kind === 'literal') return showValue(source.value);
      const address = source.address === undefined ? '' : `:${showValue(source.address)}`;
      return `${source.type}(${source.params.map(showValue).join(',')})${address}`;
    })
    .join(' | ')}>`;
}

function showValue(value: Template | string | number | boolean | null): string {
  return typeof value === 'object' && value !== null ? show(value) : JSON.stringify(value);
}

describe('parseTemplate', () => {
  test.each([
    ['${self:a.b.0}', '<self():"a.b.0">'],
    ['a ${self:b} c', '"a " + <self():"b"> + " c"'],
    ['${self:a}${self:b}', '<self():"a"> + <self():"b">'],
    ['${self:}', '<self():"">'],
    ['${self: a b }', '<self():"a b">'],
    ['${env:A, self:b, opt:c}', '<env():"A" | self():"b" | opt():"c">'],
    ['${file(./a.yml)}', '<file("./a.yml")>'],
    ['${file(./a.yml):b.c}', '<file("./a.yml"):"b.c">'],
    ['${file( ./a b.yml )}', '<file("./a b.yml")>'],
    ['${ssm(eu-west-1, raw):/a/b}', '<ssm("eu-west-1","raw"):"/a/b">'],
    ['${ssm:/a/b~true}', '<ssm():"/a/b~true">'],
    ['${file("./a,(b).yml"):c}', '<file("./a,(b).yml"):"c">'],
    ["${self:'a, b'}", '<self():"a, b">'],
    ['${x()}', '<x()>'],
    ['${x(true, 1, null, word)}', '<x(true,1,null,"word")>'],
    ['${strToBool(${env:A, "no"})}', '<strToBool(<env():"A" | "no">)>'],
    ['${self:a.${opt:stage}.b, self:c}', '<self():"a." + <opt():"stage"> + ".b" | self():"c">'],
    ['${file(./${sls:stage}.yml):${env:K}}', '<file("./" + <sls():"stage"> + ".yml"):<env():"K">>'],
  ])('reads sources, parameters and addresses of %s', (text, expected) => {
    expect(show(parseTemplate(text))).toBe(expected);
  });

  test.each([
    ["${env:A, 'x'}", '<env():"A" | "x">'],
    ["${env:A, 'a, }b:('}", '<env():"A" | "a, }b:(">'],
    ["${env:A, ''}", '<env():"A" | "">'],
    ["${env:A, 'a\\n'}", '<env():"A" | "a\\\\n">'],
    ['${env:A, "a\\n\\"b\\""}', '<env():"A" | "a\\n\\"b\\"">'],
    ['${env:A, true}', '<env():"A" | true>'],
    ['${env:A, false }', '<env():"A" | false>'],
    ['${env:A,null}', '<env():"A" | null>'],
    ['${env:A, 512}', '<env():"A" | 512>'],
    ['${env:A, -5}', '<env():"A" | -5>'],
    ['${env:A, .5}', '<env():"A" | 0.5>'],
    ['${env:A, 1e3}', '<env():"A" | 1000>'],
    ['${env:A, 0x10}', '<env():"A" | 16>'],
    ['${env:A, "${self:b}-c"}', '<env():"A" | <self():"b"> + "-c">'],
  ])('reads the literal of %s', (text, expected) => {
    expect(show(parseTemplate(text))).toBe(expected);
  });

  test.each([
    ['${env:A, ${self:b}}', '<env():"A" | self():"b">'],
    ["${env:A, ${env:B, 'c'}}", '<env():"A" | env():"B" | "c">'],
    ['${ self:a }', '<self():"a">'],
    ['${env:A,\n  self:b}', '<env():"A" | self():"b">'],
  ])('reads %s, which version 3 does not', (text, expected) => {
    expect(show(parseTemplate(text))).toBe(expected);
  });

  test.each([
    'no variable',
    '$',
    '${',
    '${}',
    '${Foo}',
    '${Foo.Bar}',
    '${AWS::Region}',
    '${!Literal}',
    '${stageVariables.x}',
    '${lower::x}',
    "${'text'}",
    '${true}',
    '${self',
    '$[self:a]',
    '#{AWS::Region} %{x}',
    '{{resolve:ssm:/p:1}}',
    'a\\b',
  ])('leaves %s as it is', (text) => {
    expect(parseTemplate(text)).toBeUndefined();
  });

  test.each([
    ['x${Foo${self:a}}', '"x${Foo" + <self():"a"> + "}"'],
    ['arn:${AWS::Partition}:${self:a}', '"arn:${AWS::Partition}:" + <self():"a">'],
    ['\\${self:a}', '"${self:a}"'],
    ['\\\\${self:a}', '"\\\\" + <self():"a">'],
    ['\\\\\\${self:a}', '"\\\\${self:a}"'],
    ['\\\\\\\\${self:a}', '"\\\\\\\\" + <self():"a">'],
    ['\\${Foo}', '"${Foo}"'],
    ['\\\\${Foo}', '"\\\\${Foo}"'],
    ['a\\${env:V}b', '"a${env:V}b"'],
    ['\\${file(x-${self:a}.yml)}', '"${file(x-" + <self():"a"> + ".yml)}"'],
    ['$$${self:a}', '<self():"a">'],
    ['\\$${self:a}', '"\\\\$" + <self():"a">'],
  ])('tells text from variables in %s as the framework does', (text, expected) => {
    expect(show(parseTemplate(text))).toBe(expected);
  });

  test.each([
    ['${self:a', /not closed/, 0],
    ['ab ${file(./a', /not closed/, 3],
    ['${file(./a.yml', /not closed/, 0],
    ['${env:A, word}', /`word`.*quote it/, 0],
    ['${env:A, [1]}', /neither a source/, 0],
    ['${env:A, {}}', /neither a source/, 0],
    ['${env:A,}', /empty fallback/, 0],
    ['${env:A,, self:b}', /empty fallback/, 0],
    ["${env:A, 'a', 'b'}", /behind a literal/, 0],
    ['${env:A, 5, self:b}', /behind a literal/, 0],
    ["${env:A, 'b}", /quoted string/, 0],
    ['${env:A, "\\x"}', /quoted string/, 0],
    ["${env:A, 'b'c}", /unexpected `c` at its character 13/, 0],
    ['${file(./a)x}', /unexpected `x`/, 0],
    ['${file("a"b)}', /unexpected `b`/, 0],
    ['${self:a.${Foo}}', /starts no variable/, 0],
    ['${env:A, ${Foo}}', /starts no variable/, 0],
    ['x ${self:a} ${env:A, ${self:b}-c}', /unexpected `-`/, 12],
    ['${self:'.repeat(60), /nests more than 50/, 0],
  ])('refuses %s', (text, reason, offset) => {
    let thrown: unknown;
    try {
      parseTemplate(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(VariableSyntaxError);
    expect(thrown).toMatchObject({ message: expect.stringMatching(reason), offset });
  });

  test('takes time that grows with the length of the text only', () => {
    const texts = [
      '${'.repeat(200_000),
      '$'.repeat(400_000),
      `${'\\'.repeat(400_000)}\${a:b}`,
      `\${env:A, '${'${'.repeat(100_000)}'}`,
    ];
    const start = cpuMs();
    for (const text of texts) parseTemplate(text);
    expect(cpuMs() - start).toBeLessThan(2000);
  });
});
