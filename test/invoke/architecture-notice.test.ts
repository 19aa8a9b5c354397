import { expect, test } from '@jest/globals';
import { architectureNotice } from '../../src/invoke/architecture-notice.js';
import { hostArchitecture } from '../../src/lambda/executable/elf-machine.js';
import { lambdaFunction } from '../lambda/lambda-function.js';
import { folderOf } from '../service/open-folder.js';
import { runFunction } from '../services/run-function.js';

test.each([
  ['arm64', 'x86_64', 'ubuntu-24.04-arm'],
  ['x86_64', 'arm64', 'ubuntu-24.04'],
] as const)('a function for %s on a machine that is %s is noted', async (architecture, host, runner) => {
  const notice = await architectureNotice(lambdaFunction({ architecture }), host);
  expect(notice).toMatchObject({ severity: 'notice', code: 'architecture', location: { line: 7 } });
  expect(notice?.message).toBe(`hello is a function for ${architecture}, and runs on this machine's ${host}.`);
  expect(notice?.hint).toMatch(new RegExp(`such as ${runner}\\.$`));
});

test('nothing is said where it is the same, where none is declared, and of a custom runtime', async () => {
  const origin = async () => undefined;
  expect(await architectureNotice(lambdaFunction({ architecture: 'arm64' }), 'arm64')).toBeUndefined();
  expect(await architectureNotice(lambdaFunction({ architecture: 'x86_64', origin }), 'arm64')).toBeUndefined();
  const runtime = 'provided.al2023';
  expect(await architectureNotice(lambdaFunction({ architecture: 'arm64', runtime }), 'x86_64')).toBeUndefined();
});

test('such a function runs', async () => {
  const other = hostArchitecture() === 'arm64' ? 'x86_64' : 'arm64';
  const folder = await folderOf({
    'serverless.yml': `service: s\nprovider: { name: aws, runtime: nodejs22.x, architecture: ${other} }\nfunctions: { hello: { handler: index.handler } }\n`,
    'index.js': 'exports.handler = async () => 1;',
  });
  const { answer, diagnostics } = await runFunction(folder, 'hello');
  expect(answer).toBe(1);
  expect(diagnostics).toContainEqual(expect.objectContaining({ severity: 'notice', code: 'architecture' }));
});
