import { describe, expect, test } from '@jest/globals';
import type { SandboxOutcome } from '../../src/lambda/sandbox/outcome.js';
import { Sandbox } from '../../src/lambda/sandbox/sandbox.js';
import { fixture, repositoryRoot } from '../paths.js';
import { type Dialect, defaultNode, dialects } from '../runtimes/node/session.js';

/** A sandbox for one invocation, whose runtime is Node's: it is given its connection to the Runtime API. */
async function sandboxFor(handler: string, dialect: Dialect): Promise<{ sandbox: Sandbox; log: () => string }> {
  const chunks: string[] = [];
  const workingDirectory = fixture('one-invocation');
  const sandbox = await Sandbox.create({
    candidates: [
      {
        command: defaultNode(dialect),
        args: [`${repositoryRoot}/runtimes/node/bootstrap.cjs`],
        inheritsConnection: true,
        notes: true,
      },
    ],
    environment: {
      PATH: process.env['PATH'] ?? '',
      _HANDLER: `index.${handler}`,
      LAMBDA_TASK_ROOT: workingDirectory,
      AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${dialect}.x`,
      AWS_LAMBDA_FUNCTION_NAME: 'one',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/one',
      AWS_LAMBDA_LOG_STREAM_NAME: 'one',
    },
    workingDirectory,
    timeoutMs: 10_000,
    memorySizeMiB: 512,
    functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:one',
    isForOneInvocation: true,
    logs: { write: (chunk) => void chunks.push(chunk.toString('utf8')) },
  });
  return { sandbox, log: () => chunks.join('') };
}

function valueIn(outcome: SandboxOutcome): unknown {
  return JSON.parse((outcome.status === 'success' ? outcome.response : outcome.error).toString('utf8'));
}

describe.each(dialects)('a runtime that is given its connection, of Node %s,', (dialect) => {
  async function outcomeOf(handler: string, event: unknown = {}): Promise<SandboxOutcome> {
    const { sandbox } = await sandboxFor(handler, dialect);
    await using _ = sandbox;
    return await sandbox.invoke({ event: Buffer.from(JSON.stringify(event)) });
  }

  test('serves events that were not expected, too', async () => {
    const { sandbox } = await sandboxFor('count', dialect);
    await using _ = sandbox;
    const values: unknown[] = [];
    for (let count = 0; count < 3; count++) values.push(valueIn(await sandbox.invoke({ event: Buffer.from('{}') })));
    expect(values).toMatchObject([{ count: 1 }, { count: 2 }, { count: 3 }]);
  });

  test('takes and gives the largest payloads', async () => {
    const event = { text: 'é'.repeat(2_900_000) };
    expect(valueIn(await outcomeOf('echo', event))).toEqual(event);
  });

  test('lets what the import has left for later happen before the handler is called', async () => {
    expect(valueIn(await outcomeOf('order'))).toEqual(['microtask of the import', 'tick of the import', 'handler']);
  });

  test('shows the handler no variable of it', async () => {
    expect(valueIn(await outcomeOf('variables'))).toEqual([]);
  });

  test('has the Runtime API at its address, too', async () => {
    expect(valueIn(await outcomeOf('ask'))).toBe('pong');
  });

  test('tells an error', async () => {
    const outcome = await outcomeOf('fail');
    expect(outcome.status).toBe('error');
    expect(valueIn(outcome)).toMatchObject({ errorType: 'TypeError', errorMessage: 'it failed' });
  });

  test('tells an error that nobody catches', async () => {
    const { sandbox, log } = await sandboxFor('crash', dialect);
    await using _ = sandbox;
    const outcome = await sandbox.invoke({ event: Buffer.from('{}') });
    expect(log()).toContain('nobody catches it');
    expect(outcome.status).toBe(dialect === '22' ? 'error' : 'crash');
  });

  test('streams a response', async () => {
    const outcome = await outcomeOf('stream', { parts: 30 });
    expect(outcome).toMatchObject({ status: 'success' });
    expect(outcome.status === 'success' && outcome.response.length).toBe(3_000_000);
  });
});
