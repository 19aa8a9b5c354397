import { expect, test } from '@jest/globals';
import { invoke } from '../../src/invoke/invoke.js';
import type { InvocationResult } from '../../src/invoke/result.js';
import { fixture, repositoryRoot } from '../paths.js';

function stream(name: string): Promise<InvocationResult> {
  return invoke(
    {
      function: name,
      workingDirectory: fixture('node-streaming'),
      params: {},
      options: {},
      event: { raw: false },
      context: {},
      environment: {},
      hostEnvironment: { PATH: process.env['PATH'] ?? '' },
      inheritEnvironment: true,
      credentials: {},
    },
    {
      report: () => {},
      logs: { write: () => {} },
      installation: { runtimes: `${repositoryRoot}/runtimes`, chunks: `${repositoryRoot}/lib/src` },
      signal: new AbortController().signal,
    },
  );
}

test('a streamed response is whole', async () => {
  const result = await stream('plain');
  expect(result).toMatchObject({ status: 'success', response: Buffer.from('one {"two":2} thrée') });
  expect(result).not.toHaveProperty('http');
});

test('of a streamed HTTP response, its prelude is told apart from its body', async () => {
  expect(await stream('http')).toMatchObject({
    status: 'success',
    response: Buffer.from('body'),
    http: { statusCode: 201, headers: { 'x-a': 'b' }, cookies: ['c=d'] },
  });
});
