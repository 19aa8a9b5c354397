import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { buildEnvironment, type EnvironmentInput } from '../../src/lambda/environment/build-environment.js';
import { logStreamName, traceHeader } from '../../src/lambda/environment/log-names.js';
import { withOverrides } from '../../src/lambda/environment/overrides.js';
import { passedOn, visibleToConfiguration } from '../../src/lambda/environment/passed-on.js';
import { lambdaFunction } from './lambda-function.js';

interface Changes extends Partial<EnvironmentInput> {
  readonly overrides?: Readonly<Record<string, string>>;
}

async function build({ overrides = {}, ...changes }: Changes = {}) {
  const diagnostics: Diagnostic[] = [];
  const environment = await buildEnvironment({
    function: lambdaFunction(),
    host: { PATH: '/opt/tools/bin', HOME: '/home/me' },
    inherit: true,
    credentials: undefined,
    logStreamName: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
    report: (diagnostic) => diagnostics.push(diagnostic),
    ...changes,
  });
  return { environment: withOverrides(environment, overrides, changes.placed?.layerRoot), diagnostics };
}

describe('what the host passes on', () => {
  const refused = [
    'GITHUB_TOKEN',
    'GITHUB_OUTPUT',
    'github_env',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'INPUT_AWS-SECRET-ACCESS-KEY',
    'Input_Data',
    'STATE_x',
    'RUNNER_TEMP',
    'RUNNER_TRACKING_ID_X',
    'NODE_OPTIONS',
    'node_path',
    'PYTHONPATH',
    'PYTHONHOME',
    'LD_PRELOAD',
    'JAVA_TOOL_OPTIONS',
    'RUBYOPT',
    'AWS_LAMBDA_FUNCTION_NAME',
    'LAMBDA_TASK_ROOT',
    '_HANDLER',
    '_X_AMZN_TRACE_ID',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_ROLE_ARN',
  ];
  test.each(refused)('%s is never passed on', (name) => {
    expect(passedOn({ [name]: 'x' }, true)).toEqual({});
  });

  test.each(['PATH', 'MY_SECRET', 'RUNNER_TRACKING_ID', 'AWS_ENDPOINT_URL', 'GITHUBBER', 'PYTHONUNBUFFERED'])(
    '%s is passed on',
    (name) => {
      expect(passedOn({ [name]: 'x' }, true)).toEqual({ [name]: 'x' });
    },
  );

  test('C50 without inheritance only what a program needs to start is passed on', () => {
    const host = {
      PATH: 'p',
      HOME: 'h',
      TMPDIR: 't',
      TEMP: 'e',
      LANG: 'l',
      SystemRoot: 's',
      PATHEXT: 'x',
      SECRET: 'no',
    };
    const { SECRET, ...kept } = host;
    expect(passedOn(host, false)).toEqual(kept);
    expect(SECRET).toBe('no');
  });

  test('the configuration sees everything but the tokens and the inputs', () => {
    const host = {
      GITHUB_SHA: 'a',
      GITHUB_TOKEN: 'b',
      ACTIONS_RUNTIME_TOKEN: 'c',
      INPUT_DATA: 'd',
      MINE: 'e',
      NONE: undefined,
    };
    expect(visibleToConfiguration(host)).toEqual({ GITHUB_SHA: 'a', MINE: 'e' });
  });
});

describe('the handler’s environment', () => {
  test('C45 it has the variables that Lambda defines, shaped as in AWS', async () => {
    const { environment } = await build();
    expect(environment).toMatchObject({
      _HANDLER: 'src/index.handler',
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      AWS_LAMBDA_FUNCTION_NAME: 'svc-dev-hello',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/svc-dev-hello',
      AWS_LAMBDA_LOG_STREAM_NAME: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
      LAMBDA_TASK_ROOT: '/srv/app',
      LAMBDA_RUNTIME_DIR: '/var/runtime',
      TZ: ':UTC',
      LANG: 'en_US.UTF-8',
      IS_LOCAL: 'true',
      AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
      NODE_PATH:
        '/opt/nodejs/node22/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/srv/app',
    });
    expect(environment).not.toHaveProperty('AWS_LAMBDA_LOG_FORMAT');
  });

  test('Ruby finds gems of the declared version and files in the task root and the layers', async () => {
    const { environment } = await build({ function: lambdaFunction({ runtime: 'ruby3.3' }) });
    expect(environment).toMatchObject({
      AWS_EXECUTION_ENV: 'AWS_Lambda_ruby3.3',
      GEM_PATH: '/srv/app/vendor/bundle/ruby/3.3.0:/opt/ruby/gems/3.3.0:/var/runtime:/var/runtime/ruby/3.3.0',
      RUBYLIB: '/srv/app:/var/runtime/lib:/opt/ruby/lib',
    });
    expect(environment).not.toHaveProperty('NODE_PATH');
  });

  test('C46 C49 the trace id and the concurrency are not there at the start', async () => {
    const { environment } = await build({ host: { _X_AMZN_TRACE_ID: 'x', AWS_LAMBDA_MAX_CONCURRENCY: '10' } });
    expect(environment).not.toHaveProperty('_X_AMZN_TRACE_ID');
    expect(environment).not.toHaveProperty('AWS_LAMBDA_MAX_CONCURRENCY');
  });

  test('Lambda’s search paths stand before the host’s', async () => {
    const { environment } = await build({ host: { PATH: '/tools/bin', LD_LIBRARY_PATH: '/tools/lib' } });
    expect(environment['PATH']).toBe('/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin:/tools/bin');
    expect(environment['LD_LIBRARY_PATH']).toMatch(
      /^\/var\/lang\/lib:.*:\/srv\/app:\/srv\/app\/lib:\/opt\/lib:\/tools\/lib$/,
    );
  });

  test('JSON logs are announced with their level', async () => {
    const { environment } = await build({ function: lambdaFunction({ logging: { format: 'JSON' } }) });
    expect(environment).toMatchObject({ AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'INFO' });
  });

  test('C48 the last one wins: host, Lambda, configuration, credentials, caller', async () => {
    const { environment } = await build({
      host: { A: 'host', B: 'host', C: 'host', TZ: 'Asia/Tokyo' },
      function: lambdaFunction({
        environment: { B: 'configured', C: 'configured', TZ: 'Europe/Oslo', IS_LOCAL: 'no' },
      }),
      overrides: { C: 'caller', AWS_REGION: 'sa-east-1' },
    });
    expect(environment).toMatchObject({
      A: 'host',
      B: 'configured',
      C: 'caller',
      TZ: 'Europe/Oslo',
      IS_LOCAL: 'no',
      AWS_REGION: 'sa-east-1',
    });
  });

  test('C50 a value arrives literally', async () => {
    const value = 'a=b $HOME "q" é\n%PATH%';
    expect((await build({ function: lambdaFunction({ environment: { V: value } }) })).environment['V']).toBe(value);
  });

  test('null removes what the host passes on', async () => {
    const { environment } = await build({
      host: { GONE: 'x' },
      function: lambdaFunction({ environment: { GONE: null } }),
    });
    expect(environment).not.toHaveProperty('GONE');
  });

  test('C47 a reserved variable of the configuration is ignored with the words of a deploy, at its place', async () => {
    const { environment, diagnostics } = await build({
      function: lambdaFunction({ environment: { AWS_REGION: 'xx-west-1', MINE: '1' } }),
    });
    expect(environment).toMatchObject({ AWS_REGION: 'eu-west-1', MINE: '1' });
    expect(diagnostics).toEqual([
      {
        severity: 'warning',
        code: 'environment-reserved',
        message: expect.stringContaining('Reserved keys used in this request: AWS_REGION"'),
        hint: expect.any(String),
        location: { file: '/srv/app/serverless.yml', line: 7, column: 5 },
      },
    ]);
  });

  test('several reserved variables are one warning', async () => {
    const { diagnostics } = await build({
      function: lambdaFunction({ environment: { AWS_REGION: 'x', _HANDLER: 'y', LAMBDA_TASK_ROOT: 'z' } }),
    });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain(
      'Reserved keys used in this request: AWS_REGION, _HANDLER, LAMBDA_TASK_ROOT"',
    );
  });

  test.each(['AWS_LAMBDA_RUNTIME_API', '_HANDLER', 'LAMBDA_TASK_ROOT'])('the caller cannot set %s', async (name) => {
    await expect(build({ overrides: { [name]: 'x' } })).rejects.toThrow(`The variable ${name} cannot be set`);
  });
});

describe('credentials in the environment', () => {
  const host = {
    AWS_ACCESS_KEY_ID: 'hostkey',
    AWS_SECRET_ACCESS_KEY: 'hs',
    AWS_SESSION_TOKEN: 'stale',
    AWS_PROFILE: 'p',
  };

  test('given keys never meet a stale token or a profile of the host', async () => {
    const { environment } = await build({ host, credentials: { accessKeyId: 'AKIA1', secretAccessKey: 's' } });
    expect(environment).toMatchObject({ AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 's' });
    expect(environment).not.toHaveProperty('AWS_SESSION_TOKEN');
    expect(environment).not.toHaveProperty('AWS_PROFILE');
    expect(environment).not.toHaveProperty('AWS_EC2_METADATA_DISABLED');
  });

  test('keys that the caller sets by env never meet the token of others', async () => {
    const { environment } = await build({
      credentials: { accessKeyId: 'ASIA1', secretAccessKey: 's', sessionToken: 't' },
      overrides: { AWS_ACCESS_KEY_ID: 'mine', AWS_SECRET_ACCESS_KEY: 'mine' },
    });
    expect(environment['AWS_ACCESS_KEY_ID']).toBe('mine');
    expect(environment).not.toHaveProperty('AWS_SESSION_TOKEN');
  });

  test('without any, the machine’s own identity cannot be reached', async () => {
    const { environment } = await build({ host: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2' } });
    expect(environment['AWS_EC2_METADATA_DISABLED']).toBe('true');
    expect(environment).not.toHaveProperty('AWS_CONTAINER_CREDENTIALS_RELATIVE_URI');
    expect(environment).not.toHaveProperty('AWS_ACCESS_KEY_ID');
  });
});

describe('names', () => {
  test('a log stream has the day, the version and 32 hex digits', () => {
    expect(logStreamName(new Date('2026-01-31T23:59:59Z'))).toMatch(/^2026\/01\/31\/\[\$LATEST\][0-9a-f]{32}$/);
  });

  test('a trace header is one that is not sampled', () => {
    expect(traceHeader(new Date(0x6996f47f * 1000))).toMatch(
      /^Root=1-6996f47f-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=1:[0-9a-f]{8}:0$/,
    );
  });
});
