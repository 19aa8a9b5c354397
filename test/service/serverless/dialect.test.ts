import { describe, expect, test } from '@jest/globals';

import { dialectOf } from '../../../src/service/serverless/dialect.js';
import { openFiles } from '../open-folder.js';

describe('the dialect', () => {
  test.each([
    undefined,
    null,
    3,
    '3',
    '^3.38.0',
    '>=2.1.0 <5',
    '3 || 4',
    '^3 || ^4.1',
    '3 - 4',
    '>3.5',
    '*',
    '<5',
    '3.x',
    '${env:VERSION}',
    ['4'],
  ])("is version 3's for %j", (range) => {
    expect(dialectOf(range)).toEqual({ escapes: true, dotenv: 'asked' });
  });

  test.each([
    4,
    '4',
    '^4',
    '~4.2',
    '4.x',
    '>=4.0.0',
    '>3',
    '=4.1.2',
    'v4',
    '>= 4.0.0 < 5.0.0',
    '4 - 5',
    '4 || 5',
    '4.0.0-beta',
  ])("is version 4's for %j", (range) => {
    expect(dialectOf(range)).toEqual({ escapes: false, dotenv: 'always' });
  });

  const texts = {
    one: '\\${self:service}',
    two: '\\\\${self:service}',
    quoted: "${env:NOPE, '\\${self:service}'}",
    plain: 'a\\b ${Foo}',
  };

  test.each([
    ['3', { one: '${self:service}', two: '\\svc', quoted: '${self:service}', plain: 'a\\b ${Foo}' }],
    ['4', { one: '\\svc', two: '\\\\svc', quoted: '\\svc', plain: 'a\\b ${Foo}' }],
  ])(
    'of version %s decides what a backslash does, in YAML and JavaScript alike',
    async (frameworkVersion, expected) => {
      const config = JSON.stringify({ service: 'svc', frameworkVersion, provider: 'aws', custom: texts });
      for (const files of [{ 'serverless.json': config }, { 'serverless.js': `module.exports = ${config}` }]) {
        expect(await (await openFiles(files)).property(['custom'])).toEqual(expected);
      }
    },
  );

  test("of version 4 keeps a script's data as it is too", async () => {
    const service = await openFiles(
      {
        'serverless.yml': 'service: svc\nframeworkVersion: "4"\nprovider: aws\ncustom: {a: "${file(a.js)}"}\n',
        'a.js': "module.exports = async ({ resolveVariable: v }) => '\\\\${self:service} ' + (await v('env:X'))",
      },
      { environment: { X: '\\${self:service}' } },
    );
    expect(await service.property(['custom', 'a'])).toBe('\\${self:service} \\${self:service}');
  });
});
