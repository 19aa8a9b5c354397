import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import type { InvocationRequest } from '../../src/invoke/request.js';
import type { ResolvedInvocation } from '../../src/invoke/resolved-invocation.js';
import { phaseLines } from '../../src/report/console/phase-lines.js';
import { resolvedLines } from '../../src/report/console/resolved-lines.js';
import { sourceRoot, succeeded } from '../action/results.js';

const fn = {
  ...succeeded('1').function,
  environment: { TABLE: 'secret-table' },
  origin: async (key: string) =>
    key === 'runtime' ? { file: resolve('serverless.yml'), line: 4, column: 3 } : undefined,
};

const resolved: ResolvedInvocation = {
  function: fn,
  taskRoot: sourceRoot,
  environment: {
    TABLE: 'x',
    HOME: '/root',
    AWS_REGION: 'us-east-1',
    GIVEN: 'x',
    FROM_FILE: 'x',
    AWS_SECRET_ACCESS_KEY: 'very-secret',
  },
  launches: [
    { command: '/usr/bin/node', args: [] },
    { command: '/opt/node', args: [] },
  ],
  credentials: { accessKeyId: 'AKIA-secret', secretAccessKey: 'very-secret', source: 'profile', profile: 'dev' },
};

const request = {
  environment: { GIVEN: 'x' },
  hostEnvironment: { HOME: '/root', OTHER: 'x' },
} as unknown as InvocationRequest;

test('what was resolved is told with where it stands, and the names of variables by whose they are', async () => {
  expect(await resolvedLines(resolved, request)).toEqual([
    'function      hello (service-dev-hello) (default)',
    'handler       handler.hello (default)',
    'runtime       nodejs22.x (serverless.yml:4:3)',
    'memory        1024 MB (default)',
    'timeout       6 s (default)',
    'architecture  x86_64 (default)',
    'layers        none',
    `code          ${sourceRoot}`,
    'stage         dev',
    'region        us-east-1',
    'interpreter   /usr/bin/node, or else /opt/node',
    'containment   none',
    'network       that of this machine',
    'credentials   of the profile dev',
    'variables of the caller: GIVEN',
    'variables of the configuration: TABLE',
    'variables of a .env file: FROM_FILE',
    'variables of this environment: HOME',
    'variables of Lambda: AWS_REGION, AWS_SECRET_ACCESS_KEY',
  ]);
});

test('no value of a variable and no credential is told', async () => {
  expect((await resolvedLines(resolved, request)).join('\n')).not.toMatch(/secret-table|AKIA|very-secret|\/root/);
});

test.each([
  [undefined, 'none'],
  [{ source: 'input' }, 'of the caller'],
  [{ source: 'environment' }, 'of the environment'],
  [{ source: 'service' }, "of the service's configuration"],
  [{ source: 'profile' }, 'of the profile default'],
] as const)('credentials %j are %s', async (from, told) => {
  const { credentials: _, ...rest } = resolved;
  const credentials = from && { accessKeyId: 'x', secretAccessKey: 'y', ...from };
  const lines = await resolvedLines(credentials === undefined ? rest : { ...rest, credentials }, request);
  expect(lines).toContain(`credentials   ${told}`);
});

test('the phases of a run add up', () => {
  const times = { startedMs: 10, resolvedMs: 50, endedMs: 200 };
  expect(phaseLines({ ...succeeded('1'), interpreter: 'node 22.1.0' }, times)).toEqual([
    'ran on node 22.1.0',
    'phases: configuration, credentials and event 40 ms, start of the runtime and init 81 ms, handler 12 ms, the rest 57 ms',
  ]);
  expect(phaseLines(undefined, times)).toEqual(['phases: configuration, credentials and event 40 ms, the rest 150 ms']);
});
