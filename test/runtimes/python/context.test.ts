import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fixture } from '../../paths.js';
import { fullSet, interpreters } from './interpreters.js';
import { invokeOnce, startPython } from './python-runtime.js';

const service = 'python-context';
const requestId = '00000000-0000-4000-8000-000000000001';

describeEach(interpreters)('the context on Python $version', (python) => {
  test('C107 has every member', async () => {
    const headers = { 'Lambda-Runtime-Aws-Tenant-Id': 'blue' };
    const { json } = await invokeOnce({ python, service, handler: 'app.members', headers });
    expect(json()).toEqual({
      aws_request_id: requestId,
      log_group_name: '/aws/lambda/conformance',
      log_stream_name: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
      function_name: 'conformance',
      memory_limit_in_mb: '128',
      function_version: '$LATEST',
      invoked_function_arn: 'arn:aws:lambda:us-east-1:123456789012:function:conformance',
      tenant_id: 'blue',
    });
  });

  test('C107 the remaining time is a whole number, and never negative', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.remaining' });
    const [type, first, afterwards] = json() as [string, number, number];
    expect(type).toBe('int');
    expect(first).toBeGreaterThan(20_000);
    expect(first).toBeLessThanOrEqual(30_000);
    expect(afterwards).toBe(0);
  });

  test('C107 the identity is always an object', async () => {
    const warm = await startPython({ python, service, handler: 'app.identity' });
    const without = await warm.invoke({});
    const identity = '{"cognitoIdentityId": "id", "cognitoIdentityPoolId": "pool"}';
    const given = await warm.invoke({}, { 'Lambda-Runtime-Cognito-Identity': identity });
    await warm.stop();
    expect([without.body.toString(), given.body.toString()]).toEqual(['[null, null]', '["id", "pool"]']);
  });

  test('C107 the client context is an object with client, custom and env, or None', async () => {
    const warm = await startPython({ python, service, handler: 'app.client' });
    const without = await warm.invoke({});
    const text = '{"client": {"app_title": "\\u00e9"}, "custom": {"a": [1]}, "other": 1}';
    const given = await warm.invoke({}, { 'Lambda-Runtime-Client-Context': text });
    await warm.stop();
    expect(without.body.toString()).toBe('null');
    expect(JSON.parse(given.body.toString())).toEqual({ client: 'é', custom: { a: [1] }, env: null });
  });

  test('C46 the trace id is in the environment of an invocation that has one, and never at import', async () => {
    const warm = await startPython({ python, service, handler: 'app.trace' });
    const bodies = [];
    for (const headers of [undefined, { 'Lambda-Runtime-Trace-Id': 'Root=1-2-3' }, undefined]) {
      bodies.push(JSON.parse((await warm.invoke({}, headers)).body.toString()));
    }
    await warm.stop();
    expect(bodies).toEqual([
      [false, null, null],
      [false, 'Root=1-2-3', 'Root=1-2-3'],
      [false, null, null],
    ]);
  });
});

describeEach(fullSet)('the context in detail on Python $version', (python) => {
  test('C107 log writes without a newline', async () => {
    const { stdout } = await invokeOnce({ python, service, handler: 'app.log' });
    expect(stdout).toBe('a1!\n');
  });

  test('its text shows its members', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.as_text' });
    expect(json()).toMatch(
      /^LambdaContext\(\[aws_request_id=.*,client_context=None,identity=CognitoIdentity\(\[cognito_identity_id=None,cognito_identity_pool_id=None\]\),tenant_id=None\]\)$/,
    );
  });

  test.each([
    ['Lambda-Runtime-Client-Context', 'Client Context'],
    ['Lambda-Runtime-Cognito-Identity', 'Cognito Identity'],
  ])('C103 a bad %s is a LambdaContextUnmarshalError', async (header, title) => {
    const { json } = await invokeOnce({ python, service, handler: 'app.client', headers: { [header]: '{' } });
    expect(json()).toMatchObject({
      errorType: 'Runtime.LambdaContextUnmarshalError',
      errorMessage: expect.stringMatching(new RegExp(`^Unable to parse ${title} JSON: Expecting `)),
      stackTrace: [],
    });
  });

  test('members of the private header overwrite and add, by their names in Python and in Node', async () => {
    const members = { function_name: 'other', awsRequestId: 'mine', memoryLimitInMB: 5, custom: { a: '\\u00e9' } };
    const headers = { 'Invoke-Local-Context': JSON.stringify(members).replaceAll('\\\\', '\\') };
    const event = ['function_name', 'aws_request_id', 'memory_limit_in_mb', 'custom', 'awsRequestId'];
    const { json } = await invokeOnce({ python, service, handler: 'app.attribute', event, headers });
    expect(json()).toEqual(['other', 'mine', 5, { a: 'é' }, 'none']);
  });

  test('C45 C50 C51 the environment reaches user code as it was given, and the working folder is the task root', async () => {
    const environment = { ODD: 'a=b c $HOME é', AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand' };
    const { json } = await invokeOnce({ python, service, handler: 'app.environment', environment });
    const { at_import, cwd } = json() as { at_import: Record<string, string>; cwd: string };
    expect(cwd).toBe(fixture(service));
    expect(at_import).toMatchObject({
      ...environment,
      _HANDLER: 'app.environment',
      LAMBDA_TASK_ROOT: fixture(service),
    });
    expect(at_import).not.toHaveProperty('PYTHONPATH');
    expect(at_import).not.toHaveProperty('PYTHONUNBUFFERED');
  });
});
