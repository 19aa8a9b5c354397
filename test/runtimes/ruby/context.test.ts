import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { interpreters } from './interpreters.js';
import { invokeOnce, startRuby } from './ruby-runtime.js';

const service = 'ruby-context';

describeEach(interpreters)('the context on Ruby $version', (ruby) => {
  test('has the members of Lambda, which are nil where nothing was sent', async () => {
    const { json } = await invokeOnce({ ruby, service, handler: 'app.members' });
    expect(json()).toEqual({
      class: 'LambdaContext',
      aws_request_id: '00000000-0000-4000-8000-000000000001',
      invoked_function_arn: 'arn:aws:lambda:us-east-1:123456789012:function:conformance',
      log_group_name: '/aws/lambda/conformance',
      log_stream_name: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
      function_name: 'conformance',
      function_version: '$LATEST',
      memory_limit_in_mb: '128',
      identity: null,
      tenant_id: null,
      client_context: null,
      deadline_ms: expect.any(Number),
    });
  });

  test('has the client context, the identity and the tenant as the caller gave them', async () => {
    const { json } = await invokeOnce({
      ruby,
      service,
      handler: 'app.members',
      event: Buffer.from('{}'),
      headers: {
        'Lambda-Runtime-Client-Context': Buffer.from('{"custom":{"name":"é"},"client":{"app_title":"t"}}').toString(
          'latin1',
        ),
        'Lambda-Runtime-Cognito-Identity': '{"cognitoIdentityId":"i","cognitoIdentityPoolId":"p"}',
        'Lambda-Runtime-Aws-Tenant-Id': 'blue',
      },
    });
    expect(json()).toMatchObject({
      client_context: { custom: { name: 'é' }, client: { app_title: 't' } },
      identity: { cognitoIdentityId: 'i', cognitoIdentityPoolId: 'p' },
      tenant_id: 'blue',
    });
  });

  test('a client context that is not JSON ends the process as in Lambda', async () => {
    const headers = { 'Lambda-Runtime-Client-Context': '{no' };
    const { exit, stdout } = await invokeOnce({ ruby, service, handler: 'app.members', headers });
    expect(exit.code).toBe(252);
    expect(stdout).toMatch(/"errorType": "Init<JSON::ParserError>"/);
  });

  test('counts the time that remains down to nothing', async () => {
    const { json } = await invokeOnce({ ruby, service, handler: 'app.remaining' });
    const [first = 0, second = 0] = json() as number[];
    expect(first).toBeLessThanOrEqual(30_000);
    expect(first).toBeGreaterThan(15_000);
    expect(first - second).toBeGreaterThanOrEqual(19);
    const headers = { 'Lambda-Runtime-Deadline-Ms': '1' };
    expect((await invokeOnce({ ruby, service, handler: 'app.remaining', headers })).json()).toEqual([0, 0]);
  });

  test('has the further members that a caller wants, under the names that Ruby has for them', async () => {
    const { json } = await invokeOnce({
      ruby,
      service,
      handler: 'app.extras',
      event: ['stage', 'function_name', 'tenant_id', 'deep'],
      headers: {
        'Invoke-Local-Context': '{"stage":"dev","function_name":{"odd":true},"tenantId":"own","deep":{"list":[1]}}',
      },
    });
    expect(json()).toEqual({ stage: 'dev', function_name: { odd: true }, tenant_id: 'own', deep: { list: [1] } });
  });

  test('the trace id is a variable during the invocation that has one', async () => {
    const warm = await startRuby({ ruby, service, handler: 'app.trace' });
    const traceId = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
    const bodies = [
      await warm.invoke({}, { 'Lambda-Runtime-Trace-Id': traceId }),
      await warm.invoke({}),
      await warm.invoke({}, { 'Lambda-Runtime-Trace-Id': 'Root=2' }),
    ].map(({ body }) => JSON.parse(body.toString()));
    await warm.stop();
    expect(bodies).toEqual([
      [false, traceId],
      [false, null],
      [false, 'Root=2'],
    ]);
  });
});
