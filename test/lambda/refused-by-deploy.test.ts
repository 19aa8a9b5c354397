import { expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { reportRefusals } from '../../src/lambda/deploy/refused-by-deploy.js';
import type { LambdaFunction } from '../../src/lambda/function/lambda-function.js';
import { lambdaFunction } from './lambda-function.js';

async function refusals(changes: Partial<LambdaFunction>, now?: string): Promise<Diagnostic[]> {
  const reported: Diagnostic[] = [];
  const origin: LambdaFunction['origin'] = async (key) => ({ file: `/srv/${key}`, line: 1 });
  const fn = lambdaFunction({ origin, ...changes });
  await reportRefusals(
    fn,
    (diagnostic) => void reported.push(diagnostic),
    now === undefined ? undefined : new Date(now),
  );
  return reported;
}

const longName = `svc-dev-${'x'.repeat(60)}`;
const longHandler = `${'folder/'.repeat(20)}index.handler`;

test.each<[string, Partial<LambdaFunction>, string, string, string]>([
  [
    'a name that is too long',
    { name: longName },
    'function-name-refused',
    'function',
    `1 validation error detected: Value '${longName}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
  ],
  [
    'a name with other characters',
    { name: 'svc.dev' },
    'function-name-refused',
    'function',
    "1 validation error detected: Value 'svc.dev' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9-_]+",
  ],
  [
    'a handler that is too long',
    { handler: longHandler },
    'handler-refused',
    'handler',
    `1 validation error detected: Value '${longHandler}' at 'handler' failed to satisfy constraint: Member must have length less than or equal to 128`,
  ],
  [
    'a handler with white space',
    { handler: 'my src/index.handler' },
    'handler-refused',
    'handler',
    "1 validation error detected: Value 'my src/index.handler' at 'handler' failed to satisfy constraint: Member must satisfy regular expression pattern: [^\\s]+",
  ],
  [
    'a variable whose name begins with a digit',
    { environment: { '1ST': 'secret' } },
    'environment-name-refused',
    'environment.1ST',
    "1 validation error detected: Value '{1ST=…}' at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]",
  ],
  [
    'a variable with a name of one letter',
    { environment: { A: '' } },
    'environment-name-refused',
    'environment.A',
    "1 validation error detected: Value '{A=…}' at 'environment.variables' failed",
  ],
  [
    'several variables with such names, in one warning',
    { environment: { A: '', GOOD: '', B: '', '2C': '' } },
    'environment-name-refused',
    'environment.A',
    "1 validation error detected: Value '{A=…, B=…, 2C=…}' at 'environment.variables' failed",
  ],
  [
    'an environment of more than 4 KB',
    { environment: { SMALL: 'x', LARGE: 'é'.repeat(2100) } },
    'environment-size-refused',
    'environment',
    'Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ',
  ],
])('%s is reported once, in the words of the API', async (_what, changes, code, origin, words) => {
  const reported = await refusals(changes);
  expect(reported).toMatchObject([{ severity: 'warning', code, location: { file: `/srv/${origin}` } }]);
  expect(reported[0]?.message).toContain(`A deploy would fail: "${words}`);
  expect(reported[0]?.message).not.toContain('secret');
});

test('what is large is named', async () => {
  const [reported] = await refusals({ environment: { SMALL: 'x', LARGE: 'é'.repeat(2100) } });
  expect(reported?.message).toContain('has 4224 bytes');
  expect(reported?.hint).toMatch(/LARGE \(4200 bytes\), SMALL \(1 bytes\)/);
});

test('nothing is said of what a deploy takes, nor twice of reserved names', async () => {
  const environment = { GOOD_1: 'x'.repeat(4000), removed: null, X: null, _HANDLER: 'x' };
  expect(await refusals({ environment, name: 'x'.repeat(64), handler: 'a'.repeat(128) })).toEqual([]);
});

test.each<[runtime: string, now: string, message: RegExp]>([
  [
    'nodejs99.x',
    '2026-11-29',
    /does not exist in Lambda.* A deploy would fail: "Value nodejs99\.x at 'runtime' failed to satisfy/,
  ],
  [
    'python3.99',
    '2026-11-29',
    /does not exist in Lambda.*enum value set: \[nodejs16\.x, .*python3\.8, .*\] or be a valid ARN"$/,
  ],
  [
    'nodejs12.x',
    '2026-11-29',
    /no functions of nodejs12\.x since 2023-03-31, and updates none since 2023-04-30\. A deploy would fail: "The runtime parameter of nodejs12\.x is no longer supported/,
  ],
  [
    'go1.x',
    '2026-11-29',
    /since 2024-02-08, and will update none from 2027-03-03 on\. A deploy that creates hello would fail/,
  ],
  ['nodejs20.x', '2027-02-01', /since 2027-02-01, and will update none from 2027-03-03 on/],
  ['nodejs20.x', '2027-03-03', /updates none since 2027-03-03\. A deploy would fail/],
  ['java8', '2026-11-29', /A deploy that creates hello would fail/],
  ['ruby2.5', '2026-11-29', /A deploy would fail/],
])('a runtime that Lambda does not take is reported with its dates: %s on %s', async (runtime, now, message) => {
  const reported = await refusals({ runtime }, now);
  expect(reported).toMatchObject([
    { severity: 'warning', code: 'runtime-refused', location: { file: '/srv/runtime' } },
  ]);
  expect(reported[0]?.message).toMatch(message);
});

test('what Lambda takes in the place of a runtime is said, of the same language', async () => {
  const [node] = await refusals({ runtime: 'nodejs99.x' }, '2027-02-01');
  expect(node?.hint).toBe('New functions can use nodejs22.x, nodejs24.x and nodejs26.x.');
});

test.each([
  ['nodejs20.x', '2027-01-31'],
  ['nodejs22.x', '2026-11-29'],
  ['nodejs26.x', '2026-11-29'],
  ['python3.9', '2026-11-29'],
  ['java17.al2023', '2026-11-29'],
  ['provided.al2', '2026-11-29'],
])('nothing is said of a runtime that can still be created: %s on %s', async (runtime, now) => {
  expect(await refusals({ runtime }, now)).toEqual([]);
});
