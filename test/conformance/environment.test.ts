import { describe, expect, test } from '@jest/globals';
import { fixture } from '../paths.js';
import { managedRuntimes, managedSandbox } from './runtime-sandbox.js';

const literal = `a=b  c "d" 'e' $HOME \${HOME} é 漢 🎉 \\n`;

describe.each(managedRuntimes)('the environment of $identifier', (runtime) => {
  test('C45 C51 the code finds the variables of Lambda at import, and its own folder as the working one', async () => {
    await using managed = await managedSandbox(runtime);
    const { body } = await managed.invoke({ report: true });
    expect(body.cwd).toBe(fixture('conformance'));
    expect(body.environment).toMatchObject({
      _HANDLER: 'index.handler',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_EXECUTION_ENV: `AWS_Lambda_${runtime.identifier}`,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_LAMBDA_FUNCTION_NAME: 'svc-dev-hello',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/svc-dev-hello',
      AWS_LAMBDA_LOG_STREAM_NAME: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
      AWS_LAMBDA_RUNTIME_API: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      AWS_REGION: 'eu-west-1',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
      AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
      AWS_XRAY_DAEMON_ADDRESS: expect.stringMatching(/^[\d.]+:\d+$/),
      LAMBDA_RUNTIME_DIR: '/var/runtime',
      LAMBDA_TASK_ROOT: fixture('conformance'),
      LANG: 'en_US.UTF-8',
      TZ: ':UTC',
    });
  });

  test('C46 C49 the trace is that of the invocation, and neither it nor a concurrency is there at import', async () => {
    await using managed = await managedSandbox(runtime);
    const traceId = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=0';
    const first = await managed.invoke({ report: true }, { traceId });
    expect(first.body.trace).toBe(traceId);
    expect(Object.keys(first.body.environment)).not.toContain('_X_AMZN_TRACE_ID');
    expect(Object.keys(first.body.environment)).not.toContain('AWS_LAMBDA_MAX_CONCURRENCY');
    const second = await managed.invoke({});
    expect(second.body.trace).toBeNull();
  });

  test('C47 a reserved variable of the configuration gives way to that of the platform, with the words of a deploy', async () => {
    await using managed = await managedSandbox(runtime, { environment: { AWS_REGION: 'mars-1' } });
    const { body } = await managed.invoke({ report: true });
    expect(body.environment.AWS_REGION).toBe('eu-west-1');
    expect(managed.diagnostics).toEqual([expect.stringMatching(/reserved keys.*AWS_REGION/s)]);
  });

  test('C48 the configuration may set the time zone, the language and the options of the interpreter', async () => {
    const environment = { TZ: 'Asia/Tokyo', LANG: 'C.UTF-8', NODE_OPTIONS: '--no-warnings', PYTHONPATH: '/nowhere' };
    await using managed = await managedSandbox(runtime, { environment });
    const { body } = await managed.invoke({ report: true });
    expect(body.environment).toMatchObject(environment);
  });

  test('C50 a value arrives literally, and the secrets of the shell do not', async () => {
    await using managed = await managedSandbox(runtime, {
      environment: { LITERAL: literal },
      host: { GITHUB_TOKEN: 'ghs_1', ACTIONS_RUNTIME_TOKEN: 'art', INPUT_SECRET: 'i', MY_SECRET: 'm' },
      inherit: false,
    });
    const { body } = await managed.invoke({ report: true });
    expect(body.environment.LITERAL).toBe(literal);
    const names = Object.keys(body.environment);
    for (const name of ['GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'INPUT_SECRET', 'MY_SECRET']) {
      expect(names).not.toContain(name);
    }
  });
});
