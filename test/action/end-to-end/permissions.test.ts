import { readFileSync, realpathSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { nodeRuntime } from '../../cli/command.js';
import type { StepResult } from '../../harness/run-step.js';
import { folderOf } from '../../service/open-folder.js';
import { invokeStep } from './step.js';

const files = {
  'serverless.yml': `service: shop
provider:
  name: aws
  runtime: ${nodeRuntime}
  iam:
    role:
      statements:
        - {Effect: Allow, Action: 'dynamodb:GetItem', Resource: '*'}
functions:
  orders: {handler: orders.call}
`,
  'orders.js': `exports.call = async ({ operation }) => {
  const answer = await fetch(process.env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.' + operation,
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ TableName: 'orders', Key: { id: { S: '1' } }, Item: { id: { S: '1' } } }),
  });
  return answer.status;
};
`,
  'stubs.yml': `service: dynamodb
operation: GetItem
response: {Item: {id: {S: '1'}}}
---
service: dynamodb
operation: PutItem
response: {}
`,
  'cases.yml': `- { name: reads, function: orders, data: { operation: GetItem }, expect: { output: 200 } }
- { name: writes, function: orders, data: { operation: PutItem }, expect: { output: 200 } }
`,
};

async function run(inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  const workspace = realpathSync(await folderOf(files));
  return invokeStep({ service: '.', workspace, with: { stubs: 'stubs.yml', ...inputs } });
}

const invocation = (operation: string, inputs: Readonly<Record<string, string>>): Promise<StepResult> =>
  run({ function: 'orders', data: JSON.stringify({ operation }), ...inputs });

/** What is said of denied calls: how, in which file and line. */
const saidOfDenied = ({ annotations }: StepResult): unknown[] =>
  annotations
    .filter(({ message }) => message.startsWith('dynamodb:PutItem would be denied in Lambda.'))
    .map(({ type, properties }) => [type, properties['file'], properties['line']]);

const allowed = '✅ allowed by `serverless.yml:8:11` |';
const denied = '❌ no statement allows `dynamodb:PutItem`; the nearest is `serverless.yml:8:11` |';

describe('permissions: audit', () => {
  test('passes the step for a call that the policy allows, and shows the statement', async () => {
    const result = await invocation('GetItem', { permissions: 'audit' });
    expect([result.outcome, result.outputs['output'], result.outputs['denied-calls']]).toEqual(['success', '200', '0']);
    expect(saidOfDenied(result)).toEqual([]);
    expect(result.summary).toContain('| Call | Resource | Answer | Duration | In Lambda |');
    expect(result.summary).toContain(allowed);
  });

  test('fails the step for one that it denies, whatever the function answered', async () => {
    const result = await invocation('PutItem', { permissions: 'audit' });
    expect([result.outcome, result.outputs['output'], result.outputs['denied-calls']]).toEqual(['failure', '200', '1']);
    expect(saidOfDenied(result)).toEqual([['error', 'serverless.yml', '8']]);
    expect(result.summary).toMatch(/^### ❌ `\w+` succeeded in [\d.]+ ms, but there is an error\n/);
    expect(result.summary).toContain('1 would be denied in Lambda');
    expect(result.summary).toContain(denied);
    const [line = ''] = readFileSync(result.outputs['aws-calls-file'] ?? '', 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({ service: 'dynamodb', operation: 'PutItem', answeredBy: 'stub' });
  });

  test('passes it with `fail-on-denied: false`, warns, and counts the call', async () => {
    const result = await invocation('PutItem', { permissions: 'audit', 'fail-on-denied': 'false' });
    expect([result.outcome, result.outputs['denied-calls']]).toEqual(['success', '1']);
    expect(saidOfDenied(result)).toEqual([['warning', 'serverless.yml', '8']]);
    expect(result.summary).toMatch(/^### ✅ /);
  });
});

test("permissions: enforce answers with the service's error, and fails the step", async () => {
  const result = await invocation('PutItem', { permissions: 'enforce' });
  expect([result.outcome, result.outputs['denied-calls']]).toEqual(['failure', '1']);
  expect(Number(result.outputs['output'])).toBeGreaterThanOrEqual(400);
  expect(result.summary).toContain('❌ `AccessDeniedException`');
});

test('without permissions no call is judged, and the summary has the calls all the same', async () => {
  const result = await invocation('PutItem', {});
  expect([result.outcome, result.outputs['denied-calls']]).toEqual(['success', '']);
  expect(result.summary).toContain('| Call | Resource | Answer | Duration |\n');
});

test('without anything that asks for calls to be seen, the summary has none', async () => {
  const result = await invokeStep({ service: 'action-node', with: { function: 'echo', data: '{}' } });
  expect([result.outputs['denied-calls'], result.summary.includes('Calls to AWS')]).toEqual(['', false]);
});

describe('in a suite, permissions: audit', () => {
  const suite = { suite: 'cases.yml', permissions: 'audit' };

  test('fails the case that makes a call that would be denied', async () => {
    const result = await run(suite);
    const { failed, 'failed-cases': names, 'denied-calls': count } = result.outputs;
    expect([result.outcome, failed, names, count]).toEqual(['failure', '1', '["writes"]', '1']);
    expect(result.summary).toContain('| Function | Case | Call | Resource | Answer | Duration | In Lambda |');
    expect(result.summary).toContain(allowed);
    expect(result.summary).toContain(denied);
  });

  test('passes it with `fail-on-denied: false`, and warns', async () => {
    const result = await run({ ...suite, 'fail-on-denied': 'false' });
    expect([result.outcome, result.outputs['failed'], result.outputs['denied-calls']]).toEqual(['success', '0', '1']);
    expect(saidOfDenied(result)).toEqual([['warning', 'serverless.yml', '8']]);
  });
});
