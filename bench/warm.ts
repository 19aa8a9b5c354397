import { Sandbox } from '../src/lambda/sandbox/sandbox.js';

/** What 1,000 warm invocations of one sandbox take each, in ms, beyond the first that pays for the start. */
export async function warmInvocationMs(service: string, runtimes: string): Promise<number> {
  await using sandbox = await Sandbox.create({
    candidates: [{ command: process.execPath, args: [`${runtimes}/node/bootstrap.cjs`] }],
    environment: {
      PATH: process.env['PATH'] ?? '',
      _HANDLER: 'handler.hello',
      LAMBDA_TASK_ROOT: service,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      AWS_LAMBDA_FUNCTION_NAME: 'bench',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/bench',
      AWS_LAMBDA_LOG_STREAM_NAME: 'bench',
    },
    workingDirectory: service,
    timeoutMs: 6_000,
    memorySizeMiB: 1024,
    functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:bench',
    logs: { write: () => {} },
  });
  const event = Buffer.from('{"name":"Ada"}');
  await sandbox.invoke({ event });
  const startedMs = performance.now();
  for (let count = 0; count < 1000; count++) await sandbox.invoke({ event });
  return (performance.now() - startedMs) / 1000;
}
