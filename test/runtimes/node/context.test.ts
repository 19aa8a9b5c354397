import { describe, expect, test } from '@jest/globals';
import { fixture } from '../../paths.js';
import { body, dialects, invokeOnce, startSession } from './session.js';

const service = 'node-context';
const classic = ['callbackWaitsForEmptyEventLoop', 'succeed', 'fail', 'done'];
const ofFunction = ['memoryLimitInMB', 'logGroupName', 'logStreamName'];
const ofInvocation = ['clientContext', 'identity', 'invokedFunctionArn', 'awsRequestId', 'tenantId'];
const arn = 'arn:aws:lambda:us-east-1:123456789012:function:conformance';
const trace = 'Root=1-6996f47f-aaaaaaaaaaaaaaaaaaaaaaaa;Parent=75ab38d9ffc2bbf9;Sampled=0';

describe.each(dialects)('the context in the dialect of Node.js %s', (dialect) => {
  test('C84 it has the keys that Lambda has', async () => {
    const { outcome } = await invokeOnce({ service, handler: 'index.keys', dialect });
    expect(body(outcome)).toEqual(
      dialect === '22'
        ? [...classic, 'functionVersion', 'functionName', ...ofFunction, ...ofInvocation, 'getRemainingTimeInMillis']
        : [
            ...ofInvocation,
            'xRayTraceId',
            'getRemainingTimeInMillis',
            'functionName',
            'functionVersion',
            ...ofFunction,
          ],
    );
  });

  test('C84 its values come from the environment and the headers', async () => {
    const clientContext = { client: { installation_id: 'i' }, custom: { a: 1 }, env: {} };
    const { outcome } = await invokeOnce(
      { service, handler: 'index.types', dialect },
      {},
      {
        requestId: 'the-request',
        headers: {
          'Lambda-Runtime-Client-Context': JSON.stringify(clientContext),
          'Lambda-Runtime-Cognito-Identity': '{"cognitoIdentityId":"i","cognitoIdentityPoolId":"p"}',
          'Lambda-Runtime-Aws-Tenant-Id': 'tenant',
          'Lambda-Runtime-Trace-Id': trace,
        },
      },
    );
    const seen = body(outcome) as { remaining: number; elapsed: number };
    expect(seen).toMatchObject({
      memoryLimitInMB: '128',
      context: {
        functionName: 'conformance',
        functionVersion: '$LATEST',
        logGroupName: '/aws/lambda/conformance',
        logStreamName: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
        invokedFunctionArn: arn,
        awsRequestId: 'the-request',
        tenantId: 'tenant',
        clientContext,
        identity: { cognitoIdentityId: 'i', cognitoIdentityPoolId: 'p' },
        ...(dialect === '24' ? { xRayTraceId: trace } : {}),
      },
    });
    expect(seen).toMatchObject(dialect === '24' ? { store: { requestId: 'the-request', traceId: trace } } : {});
    expect(seen.remaining).toBeGreaterThan(20_000);
    expect(seen.remaining).toBeLessThanOrEqual(30_000);
    expect(seen.elapsed).toBeGreaterThanOrEqual(18);
  });

  test('members that the caller sets overwrite those of the context', async () => {
    const headers = {
      'Invoke-Local-Context': '{"functionName":"mine","custom":{"text":"\\u2713"},"memoryLimitInMB":"512"}',
    };
    const { outcome } = await invokeOnce({ service, handler: 'index.types', dialect }, {}, { headers });
    expect(body(outcome)).toMatchObject({
      memoryLimitInMB: '512',
      context: { functionName: 'mine', custom: { text: '✓' }, invokedFunctionArn: arn },
    });
  });

  test('C84 a client context that is not JSON', async () => {
    const headers = { 'Lambda-Runtime-Client-Context': '{' };
    const { outcome } = await invokeOnce({ service, handler: 'index.keys', dialect }, {}, { headers });
    if (dialect === '24') expect(outcome).toMatchObject({ kind: 'exit', code: 1 });
    else
      expect(body(outcome)).toMatchObject({
        errorMessage: expect.stringMatching(/^Cannot parse ClientContext as json: /),
      });
  });

  test('C45 C46 C51 the code finds the environment at import, but no trace before its first invocation', async () => {
    const options = { service, handler: 'index.environment', dialect, env: { VALUE: 'a=b $HOME é' } };
    await using session = await startSession(options);
    const first = await session.invoke({}, { headers: { 'Lambda-Runtime-Trace-Id': trace } });
    expect(body(first)).toMatchObject({
      cwd: fixture(service),
      trace,
      hasTraceAtInit: false,
      atInit: {
        _HANDLER: 'index.environment',
        LAMBDA_TASK_ROOT: fixture(service),
        AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${dialect}.x`,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
        VALUE: 'a=b $HOME é',
      },
    });
    expect(body(await session.invoke())).toMatchObject({ trace: null });
  });

  test('the global awslambda is there unless it is switched off', async () => {
    const options = { service, handler: 'index.lambdaGlobal', dialect };
    const { outcome } = await invokeOnce(options);
    const modern = dialect === '24' ? ['InvokeStore'] : [];
    expect(body(outcome)).toEqual(['streamifyResponse', 'HttpResponseStream', ...modern]);
    const without = await invokeOnce({ ...options, env: { AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA: 'true' } });
    expect(body(without.outcome)).toEqual([]);
  });
});

test('the invoke store keeps values for one invocation, and its own are protected', async () => {
  await using session = await startSession({ service, handler: 'index.store', dialect: '24' });
  for (const requestId of ['first', 'second']) {
    expect(body(await session.invoke({}, { requestId }))).toEqual({
      before: null,
      after: 'value',
      refusal: 'Cannot modify protected Lambda context field: Symbol(_AWS_LAMBDA_REQUEST_ID)',
      requestId,
    });
  }
});
