import { afterAll, describe, expect, test } from '@jest/globals';

import { interpreterOf } from '../../../src/invoke/interpreter-advice.js';
import { buildEnvironment } from '../../../src/lambda/environment/build-environment.js';
import { lambdaFunction } from '../../lambda/lambda-function.js';
import { rawSandbox } from '../../lambda/raw-sandbox.js';
import { type BuiltProgram, buildGo, buildRust } from './clients.js';

interface Client {
  readonly name: string;
  readonly built: BuiltProgram;
  readonly userAgent: RegExp;
  /** The types that the client gives to the errors of the fixture. */
  readonly errorTypes: { readonly plain: RegExp; readonly own: RegExp; readonly panic: RegExp };
}

const clients: readonly Client[] = [
  {
    name: 'aws-lambda-go',
    built: await buildGo(),
    userAgent: /^aws-lambda-go\/go1\.\d+/,
    errorTypes: { plain: /^errorString$/, own: /^quotaError$/, panic: /^string$/ },
  },
  {
    name: 'lambda_runtime of Rust',
    built: await buildRust(),
    userAgent: /^aws-lambda-rust\/\d+/,
    errorTypes: { plain: /core::error::Error/, own: /core::error::Error/, panic: /core::any::Any/ },
  },
];

describe.each(clients)('$name', ({ name, built, userAgent, errorTypes }) => {
  const program = 'program' in built ? built.program : '';
  const withClient = program === '' ? test.skip : test;
  let session: Awaited<ReturnType<typeof rawSandbox>> | undefined;

  if ('unavailable' in built) console.warn(`${name} is not tested: ${built.unavailable}`);
  afterAll(async () => session?.[Symbol.asyncDispose]());

  /** A sandbox that the tests share as long as they leave it warm, or one of a test's own. */
  async function sandbox(timeoutMs = 20_000) {
    const environment = await buildEnvironment({
      function: lambdaFunction({ runtime: 'provided.al2023', handler: 'bootstrap', memorySizeMiB: 128 }),
      host: process.env,
      inherit: false,
      credentials: undefined,
      logStreamName: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
      report: () => {},
    });
    return rawSandbox({
      candidates: [{ command: program, args: [], entrypoint: '/var/task/bootstrap' }],
      environment,
      timeoutMs,
    });
  }

  const warm = async () => {
    session ??= await sandbox();
    return session;
  };

  withClient('C113 echoes an event', async () => {
    const raw = await warm();
    const value = { text: 'Grüße 🚀', list: [1, 2.5, null, true], nested: { deep: [{}] } };
    const outcome = await raw.invoke({ do: 'echo', value });
    expect(outcome).toMatchObject({ status: 'success', body: value });
    expect(interpreterOf(outcome)).toMatch(userAgent);
  });

  withClient('C113 survives a warm second invocation, and an error between two', async () => {
    await using raw = await sandbox();
    const outcomes = [await raw.invoke({}), await raw.invoke({ do: 'error' }), await raw.invoke({})];
    expect(outcomes.map(({ status }) => status)).toEqual(['success', 'error', 'success']);
    const [first, , last] = outcomes;
    expect(last?.body).toEqual({ pid: first?.body.pid, count: 3 });
    expect(last?.initDurationMs).toBeUndefined();
  });

  withClient('C113 has the whole context', async () => {
    const raw = await warm();
    const client = {
      installation_id: '1',
      app_title: 'the app',
      app_version_name: '2',
      app_version_code: '3',
      app_package_name: 'app',
    };
    const { response } = (await raw.sandbox.invoke({
      requestId: '11111111-2222-4333-8444-555555555555',
      event: Buffer.from('{"do":"context"}'),
      traceId: 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0',
      clientContext: JSON.stringify({ client, custom: {}, env: {} }),
      cognitoIdentity: '{"cognitoIdentityId":"the id","cognitoIdentityPoolId":"the pool"}',
    })) as { response?: Buffer };
    const context = JSON.parse(String(response));
    expect(context).toMatchObject({
      requestId: '11111111-2222-4333-8444-555555555555',
      arn: 'arn:aws:lambda:us-east-1:123456789012:function:raw',
      client: 'the app',
      identity: 'the id',
      name: 'svc-dev-hello',
      memory: 128,
      traceId: 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0',
      execution: '',
    });
    expect(context.remainingMs).toBeGreaterThan(15_000);
    expect(context.remainingMs).toBeLessThanOrEqual(20_000);
  });

  withClient('C113 reports a returned error', async () => {
    const outcome = await (await warm()).invoke({ do: 'error' });
    expect(outcome).toMatchObject({
      status: 'error',
      body: { errorType: expect.stringMatching(errorTypes.plain), errorMessage: 'it failed' },
    });
  });

  withClient('C113 reports an error of a type of its own', async () => {
    const outcome = await (await warm()).invoke({ do: 'own-error' });
    const body = { errorType: expect.stringMatching(errorTypes.own), errorMessage: 'the quota is used up' };
    expect(outcome).toMatchObject({ status: 'error', body });
  });

  withClient('C113 reports a panic, and serves the next invocation', async () => {
    await using raw = await sandbox();
    const outcome = await raw.invoke({ do: 'panic' });
    expect(outcome).toMatchObject({ status: 'error', body: { errorType: expect.stringMatching(errorTypes.panic) } });
    expect(outcome.body.errorMessage).toContain('it broke');
    expect(await raw.invoke({ do: 'echo', value: 1 })).toMatchObject({ status: 'success', body: 1 });
  });

  withClient('C113 streams a response of a function URL', async () => {
    const raw = await warm();
    const outcome = await raw.sandbox.invoke({ event: Buffer.from('{"do":"stream"}') });
    expect(outcome).toMatchObject({
      status: 'success',
      contentType: 'application/vnd.awslambda.http-integration-response',
    });
    const [prelude = '', ...body] = String('response' in outcome ? outcome.response : '').split('\0'.repeat(8));
    expect(JSON.parse(prelude)).toMatchObject({ statusCode: 201 });
    expect(body.join('')).toBe('Hello, stream!');
  });

  withClient('C113 returns 6291556 bytes, and is told when it is one more', async () => {
    await using raw = await sandbox();
    const fits = await raw.invoke({ do: 'large', size: 6_291_554 });
    expect(fits).toMatchObject({ status: 'success' });
    expect(fits.body).toHaveLength(6_291_554);
    const large = await raw.invoke({ do: 'large', size: 6_291_555 });
    expect(large).toMatchObject({ status: 'error', body: { errorType: 'Function.ResponseSizeTooLarge' } });
    expect(await raw.invoke({ do: 'echo', value: 1 })).toMatchObject({ status: 'success', body: 1 });
  });

  withClient('C113 ends with the process that exits, and starts afresh', async () => {
    await using raw = await sandbox();
    const outcome = await raw.invoke({ do: 'exit', code: 7 });
    expect(outcome.body.errorMessage).toMatch(/Error: Runtime exited with error: exit status 7$/);
    expect((await raw.invoke({})).body).toMatchObject({ count: 1 });
  });

  withClient('C113 is ended at the timeout', async () => {
    await using raw = await sandbox(1_000);
    const outcome = await raw.invoke({ do: 'sleep' });
    expect(outcome).toMatchObject({ status: 'timeout', body: { errorType: 'Sandbox.Timedout' } });
  });

  withClient('C113 prints to both streams between START and END', async () => {
    await using raw = await sandbox();
    await raw.invoke({ do: 'print' });
    const log = raw.log();
    for (const text of ['to standard output', 'to standard error']) {
      expect(log.indexOf(text)).toBeGreaterThan(log.indexOf('START RequestId'));
      expect(log.indexOf(text)).toBeLessThan(log.indexOf('END RequestId'));
    }
  });
});
