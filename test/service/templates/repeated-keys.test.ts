import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { failureOf, folderOf, openFolder, placeOf } from '../open-folder.js';
import { openTemplate } from './open-template.js';

async function opened(files: Readonly<Record<string, string>>, config?: string) {
  const { service, folder, diagnostics } = await openTemplate(files, config === undefined ? {} : { config });
  const fn = await service.load('Hello');
  return { folder, fn, reported: diagnostics.filter(({ code }) => code === 'config-repeated-key') };
}

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs22.x
      Timeout: 5
      CodeUri: .
      Timeout: 9
`;

describe('a key that stands twice in a mapping', () => {
  test.each([
    ['of a template', { 'template.yaml': template }, undefined],
    ['of one that is named', { 'hello.yml': template }, 'hello.yml'],
  ])('%s is a warning, and the last one counts, as in a deploy by SAM', async (_, files, config) => {
    const { folder, fn, reported } = await opened({ ...files, 'app.js': '' }, config);
    expect([fn.timeoutMs, fn.handler]).toEqual([9000, 'app.handler']);
    const [file = ''] = Object.keys(files);
    expect(reported.map(({ severity, location }) => [severity, location])).toEqual([
      ['warning', { file: join(folder, file), line: 10, column: 7 }],
    ]);
  });

  test('beside braces at any indentation is told, too', async () => {
    const text = `${template}      Environment: {\n        Variables: { ONE: '1', ONE: '2' }\n      }\n`;
    const { fn, reported } = await opened({ 'template.yaml': text, 'app.js': '' });
    expect([fn.environment['ONE'], fn.timeoutMs, reported.length]).toEqual(['2', 9000, 1]);
  });

  test('of a Serverless configuration is an error, as for the framework', async () => {
    const folder = await folderOf({ 'serverless.yml': 'service: svc\nprovider: {name: aws}\nservice: other\n' });
    const failure = await failureOf(openFolder(folder));
    expect([failure.code, placeOf(failure)]).toEqual(['config-syntax', '3:1']);
  });
});
