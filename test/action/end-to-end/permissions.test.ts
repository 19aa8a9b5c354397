import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findOnPath } from '../../../src/host/search-path.js';
import { nodeRuntime } from '../../cli/command.js';
import { runStep, type StepResult } from '../../harness/run-step.js';
import { repositoryRoot } from '../../paths.js';
import { reportProblems, resultsProblems } from '../../report/json/validate.js';
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
    expect(saidOfDenied(result)).toEqual([['error', 'orders.js', '2']]);
    expect(result.summary).toMatch(/^### ❌ `\w+` succeeded in [\d.]+ ms, but there is an error\n/);
    expect(result.summary).toContain('1 would be denied in Lambda');
    expect(result.summary).toContain(denied);
    const [line = ''] = readFileSync(result.outputs['aws-calls-file'] ?? '', 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({
      service: 'dynamodb',
      operation: 'PutItem',
      answeredBy: 'stub',
      verdict: 'denied',
      reason: expect.stringMatching(/^No statement allows dynamodb:PutItem/),
    });
  });

  test('passes it with `fail-on-denied: false`, warns, and counts the call', async () => {
    const result = await invocation('PutItem', { permissions: 'audit', 'fail-on-denied': 'false' });
    expect([result.outcome, result.outputs['denied-calls']]).toEqual(['success', '1']);
    expect(saidOfDenied(result)).toEqual([['warning', 'orders.js', '2']]);
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

describe('a call that would be denied is an error at the line that makes it, and at the statement,', () => {
  const headers = JSON.stringify({
    'x-amz-target': 'DynamoDB_20120810.PutItem',
    'content-type': 'application/x-amz-json-1.0',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  });
  const body = JSON.stringify({ TableName: 'orders', Item: { id: { S: '1' } } });
  const languages = {
    'Node.js': {
      runtime: nodeRuntime,
      file: 'line.js',
      line: '4',
      text: `const http = require('node:http');
const put = () =>
  new Promise((resolve, reject) => {
    const request = http.request(process.env.AWS_ENDPOINT_URL, { method: 'POST', headers: ${headers} }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    request.on('error', reject).end(${JSON.stringify(body)});
  });

async function save() {
  await new Promise((resolve) => setTimeout(resolve, 1));
  return put();
}
exports.call = async () => [await save(), 'INVOKE_LOCAL_AWS_GATEWAY' in process.env];
`,
    },
    Python: {
      runtime: 'python3.12',
      file: 'line.py',
      line: '9',
      text: `import http.client
import json
import os
from urllib.parse import urlsplit


def save():
    connection = http.client.HTTPConnection(urlsplit(os.environ["AWS_ENDPOINT_URL"]).netloc)
    connection.request("POST", "/", ${JSON.stringify(body)}, json.loads(${JSON.stringify(headers)}))
    return connection.getresponse().status


def call(event, context):
    return [save(), "INVOKE_LOCAL_AWS_GATEWAY" in os.environ]
`,
    },
    Ruby: {
      runtime: 'ruby3.3',
      file: 'line.rb',
      line: '8',
      text: `require 'net/http'
require 'json'

def save
  uri = URI(ENV.fetch('AWS_ENDPOINT_URL'))
  request = Net::HTTP::Post.new('/', JSON.parse(${JSON.stringify(headers)}))
  request.body = ${JSON.stringify(body)}
  Net::HTTP.start(uri.host, uri.port) { |http| http.request(request) }.code.to_i
end

def call(event:, context:)
  [save, ENV.key?('INVOKE_LOCAL_AWS_GATEWAY')]
end
`,
    },
  };

  test.each(Object.entries(languages))('in %s', async (name, { runtime, file, line, text }) => {
    if (name === 'Ruby' && findOnPath('ruby', process.env['PATH']) === undefined) return;
    const configuration = files['serverless.yml'].replace(nodeRuntime, runtime).replace('orders.call', 'line.call');
    const workspace = realpathSync(await folderOf({ ...files, 'serverless.yml': configuration, [file]: text }));
    const inputs = { stubs: 'stubs.yml', permissions: 'audit', function: 'orders', data: '{}' };
    const result = await invokeStep({ service: '.', workspace, with: inputs });
    expect(JSON.parse(result.outputs['output'] ?? '')).toEqual([200, false]);
    expect(saidOfDenied(result)).toEqual([['error', file, line]]);
    const [nearest] = result.annotations.filter(({ message }) =>
      message.startsWith('This statement is the nearest to'),
    );
    expect([nearest?.type, nearest?.properties['file'], nearest?.properties['line']]).toEqual([
      'error',
      'serverless.yml',
      '8',
    ]);
    expect(nearest?.message).toMatch(
      new RegExp(`^This statement is the nearest to allowing dynamodb:PutItem of ${file}:${line}`),
    );
    const [logged = ''] = readFileSync(result.outputs['aws-calls-file'] ?? '', 'utf8').split('\n');
    expect(JSON.parse(logged).at).toMatch(new RegExp(`^${file}:${line}(?::\\d+)?$`));
  });

  test('as is one that has no answer', async () => {
    const { file, text } = languages.Python;
    const configuration = files['serverless.yml']
      .replace(nodeRuntime, 'python3.12')
      .replace('orders.call', 'line.call');
    const workspace = realpathSync(await folderOf({ ...files, 'serverless.yml': configuration, [file]: text }));
    const result = await invokeStep({ service: '.', workspace, with: { function: 'orders', data: '{}', aws: 'none' } });
    const said = result.annotations.filter(({ message }) => message.startsWith('Invoke-local has no answer'));
    expect(said.map(({ type, properties }) => [type, properties['file'], properties['line']])).toEqual([
      ['warning', file, '9'],
    ]);
  });
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
    expect(saidOfDenied(result)).toEqual([['warning', 'orders.js', '2']]);
  });

  test('fails the step also with `fail-on-error: false`, unless `fail-on-denied` is too', async () => {
    const strict = await run({ ...suite, 'fail-on-error': 'false' });
    expect([strict.outcome, strict.outputs['denied-calls']]).toEqual(['failure', '1']);
    expect(strict.annotations.filter(({ type }) => type === 'error').map(({ message }) => message)).toEqual([
      '1 call to AWS would be denied in Lambda. `fail-on-denied: false` lets the step pass.',
    ]);
    const lax = await run({ ...suite, 'fail-on-error': 'false', 'fail-on-denied': 'false' });
    expect([lax.outcome, lax.outputs['denied-calls']]).toEqual(['success', '1']);
  });

  test('tells of the calls in its reports, and keeps them where results are merged', async () => {
    const reports = { 'report-json': 'r.json', 'report-junit': 'r.xml', 'report-html': 'r.html' };
    const workspace = realpathSync(await folderOf(files));
    await invokeStep({ service: '.', workspace, with: { stubs: 'stubs.yml', ...suite, ...reports } });
    const text = (name: string): string => readFileSync(join(workspace, name), 'utf8');
    const told = {
      function: 'orders',
      service: 'dynamodb',
      operation: 'PutItem',
      answeredBy: 'stub',
      verdict: 'denied',
      reason: expect.stringMatching(/^No statement allows dynamodb:PutItem on .* \(serverless\.yml:8:11\)/),
    };
    expect(JSON.parse(text('r.json')).cases[1].calls).toEqual([expect.objectContaining(told)]);
    expect(resultsProblems(JSON.parse(text('r.json')))).toEqual([]);
    expect(text('r.xml')).toMatch(
      /dynamodb:PutItem on \S+ \(orders\.js:2:24\), answered by a stub in .*; in Lambda DENIED: No statement allows/,
    );
    expect(text('r.html')).toContain('in Lambda DENIED: No statement allows dynamodb:PutItem');
    const merged = await runStep({
      action: repositoryRoot,
      workspace,
      with: { merge: 'r.json', 'report-json': 'm.json', 'fail-on-error': 'false' },
    });
    expect([merged.outcome, merged.outputs['denied-calls']]).toEqual(['failure', '1']);
    expect(merged.summary).toMatch(
      /\| `dynamodb:PutItem` \| .* \| stub \| .* \| ❌ No statement allows `?dynamodb:PutItem/,
    );
    expect(merged.summary).toContain('<b>Calls to AWS</b> · 2 · 1 would be denied in Lambda');
    expect(JSON.parse(text('m.json')).cases[1].calls).toEqual([expect.objectContaining(told)]);
  });
});

test('the reports of one invocation tell of its calls', async () => {
  const workspace = realpathSync(await folderOf(files));
  const reports = { 'report-json': 'r.json', 'report-junit': 'r.xml', 'report-html': 'r.html' };
  const inputs = { function: 'orders', data: '{"operation":"GetItem"}', stubs: 'stubs.yml', permissions: 'audit' };
  await invokeStep({ service: '.', workspace, with: { ...inputs, ...reports } });
  const text = (name: string): string => readFileSync(join(workspace, name), 'utf8');
  const [invocation] = JSON.parse(text('r.json')).invocations;
  expect(invocation.calls).toEqual([
    {
      function: 'orders',
      service: 'dynamodb',
      operation: 'GetItem',
      region: 'us-east-1',
      resources: ['arn:aws:dynamodb:us-east-1:123456789012:table/orders'],
      location: { file: 'orders.js', line: 2, column: 24 },
      answeredBy: 'stub',
      durationMs: expect.any(Number),
      verdict: 'allowed',
      reason: 'It is allowed by a statement of provider.iam.role (serverless.yml:8:11).',
    },
  ]);
  expect(reportProblems(JSON.parse(text('r.json')))).toEqual([]);
  for (const report of ['r.xml', 'r.html']) expect(text(report)).toContain('in Lambda allowed: It is allowed by');
});
