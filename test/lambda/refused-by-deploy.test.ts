import { expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { reportRefusals } from '../../src/lambda/deploy/refused-by-deploy.js';
import type { LambdaFunction } from '../../src/lambda/function/lambda-function.js';
import { lambdaFunction } from './lambda-function.js';

async function refusals(changes: Partial<LambdaFunction>): Promise<Diagnostic[]> {
  const reported: Diagnostic[] = [];
  const origin: LambdaFunction['origin'] = async (key) => ({ file: `/srv/${key}`, line: 1 });
  await reportRefusals(lambdaFunction({ origin, ...changes }), (diagnostic) => void reported.push(diagnostic));
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
