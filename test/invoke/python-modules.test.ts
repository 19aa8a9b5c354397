import { basename } from 'node:path';
import { expect, test } from '@jest/globals';

import { interpreters } from '../runtimes/python/interpreters.js';
import { folderOf } from '../service/open-folder.js';
import { runFunction, uncontained } from '../services/run-function.js';

const withPython = interpreters.length === 0 || process.platform === 'win32' ? test.skip : test;

const files = {
  'orders/fn.py':
    'import os\nimport beside\n\ndef handler(event, context):\n    return [beside.NAME, os.environ["LAMBDA_TASK_ROOT"]]\n',
  'orders/beside.py': 'NAME = "of the module"\n',
  'fn.py': 'def handler(event, context):\n    return "of the service"\n',
};

function configuration({
  plugins = '[serverless-python-requirements]',
  individually = true,
  module = 'orders',
}): string {
  return [
    'service: svc',
    'provider: { name: aws, runtime: python3.12 }',
    `plugins: ${plugins}`,
    `package: { individually: ${individually} }`,
    `functions: { f: { handler: fn.handler, module: ${module} } }`,
    '',
  ].join('\n');
}

withPython('a function runs in the folder that serverless-python-requirements packages for it alone', async () => {
  const folder = await folderOf({ ...files, 'serverless.yml': configuration({}) });
  const { answer } = await runFunction(folder, 'f', uncontained);
  const [name, root] = answer as [string, string];
  expect([name, basename(root)]).toEqual(['of the module', 'orders']);
});

withPython.each([{ individually: false }, { plugins: '[]' }, { module: '.' }])(
  "it runs in the service's folder otherwise: %j",
  async (settings) => {
    const folder = await folderOf({ ...files, 'serverless.yml': configuration(settings) });
    expect((await runFunction(folder, 'f')).answer).toBe('of the service');
  },
);

test('a module that is not there is pointed at', async () => {
  const folder = await folderOf({ ...files, 'serverless.yml': configuration({ module: 'order' }) });
  await expect(runFunction(folder, 'f')).rejects.toMatchObject({
    message: expect.stringMatching(/^functions\.f\.module is .*order, which is no folder\.$/),
    diagnostic: { location: { line: 5 } },
  });
});
