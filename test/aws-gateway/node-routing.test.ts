import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../paths.js';
import { installedPackages } from '../services/installed-packages.js';
import { clientPackages } from './client-packages.js';
import { openGateway } from './open-gateway.js';

const run = promisify(execFile);
const routing = join(repositoryRoot, 'runtimes', 'node', 'aws-gateway.cjs');
const keys = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'eu-west-1' };

const routingPackages = ['@aws-sdk/client-sqs@3.1169.0', '@aws-sdk/client-apigatewaymanagementapi@<=3.1169.0'];

// They may have to be installed, for which no test has the time.
const modern = await installedPackages('aws-sdk-js-routing', routingPackages);
const second = await installedPackages('aws-sdk-js-2', ['aws-sdk@2.1693.0']);
for (const sdk of [modern, second]) {
  if ('unavailable' in sdk) console.warn(`The SDK is not available: ${sdk.unavailable}`);
}

const stubs = [
  { call: 'dynamodb:GetItem', response: '{ Item: { id: { S: "7" } } }' },
  { call: 's3:GetObject', response: '{ Body: content }' },
  { call: 'kinesis:PutRecord', response: '{ ShardId: a-shard, SequenceNumber: "1" }' },
  { call: 'sqs:SendMessage', response: '{ MessageId: an-id }' },
  { call: 'apigatewaymanagementapi:PostToConnection', response: '{}' },
]
  .map(({ call, response }) => `service: ${call.replace(':', '\noperation: ')}\nresponse: ${response}\n`)
  .join('---\n');

/** Runs code in Node.js as our bootstrap would, whose requests a gateway gets, and gives what it prints and what was called. */
async function routed(code: string, packages: string) {
  await using gateway = await openGateway({ stubs: [{ file: '/stubs.yml', text: stubs }] });
  const file = join(mkdtempSync(join(tmpdir(), 'node-routing-')), 'code.cjs');
  const settings = JSON.stringify({ url: gateway.url, token: 'a-token', hosts: [] });
  writeFileSync(
    file,
    `require(${JSON.stringify(routing)}).routeToGateway(${settings});
const load = require('node:module').createRequire(${JSON.stringify(join(packages, 'package.json'))});
const WATCH_CLIENTS = require(${JSON.stringify(routing.replace('aws-gateway', 'aws-clients'))}).watchClients;
const URL_OF_GATEWAY = ${JSON.stringify(gateway.url)};
(async () => { ${code} })().then((value) => console.log(JSON.stringify(value)));\n`,
  );
  const { stdout } = await run(process.execPath, ['--no-warnings', file], {
    env: { PATH: process.env['PATH'], ...keys, AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1' },
  });
  const { calls } = await gateway.end();
  return {
    value: stdout.startsWith('undefined') ? undefined : (JSON.parse(stdout) as unknown),
    calls: calls.map((call) => `${call.service}:${call.operation}`),
    traces: calls.map(({ trace = [] }) => trace),
  };
}

test('a request of the SDK has the line that called its client, and all that wait for it', async () => {
  if ('unavailable' in modern) return;
  const { traces } = await routed(
    `const { SQSClient, SendMessageCommand } = load('@aws-sdk/client-sqs');
    const client = new SQSClient({ endpoint: URL_OF_GATEWAY });
    WATCH_CLIENTS();
    const message = { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/jobs', MessageBody: 'hello' };
    async function theSender() {
      await client.send(new SendMessageCommand(message));
    }
    await theSender();
    function withoutWaiting() {
      return client.send(new SendMessageCommand(message)).then(() => 1);
    }
    await withoutWaiting();`,
    modern.folder,
  );
  // The call of the client comes before the frames that wait for it.
  const nearest = traces.map((lines) => lines.find((line) => line.includes('code.cjs:')) ?? '');
  expect(nearest).toEqual([
    expect.stringMatching(/^ {4}at theSender \(.*code\.cjs:\d+:\d+\)$/),
    expect.stringMatching(/^ {4}at withoutWaiting \(.*code\.cjs:\d+:\d+\)$/),
  ]);
  expect(traces[0]?.some((line) => /^ {4}at async theSender \(/.test(line))).toBe(true);
  expect(traces.flat().join('')).not.toMatch(/node:internal|@smithy|@aws-sdk/);
}, 120_000);

describe('a request by fetch', () => {
  const target = `'x-amz-target': 'DynamoDB_20120810.GetItem', 'content-type': 'application/x-amz-json-1.0'`;
  const signed = `authorization: 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00'`;
  const options = `{ method: 'POST', body: '{"TableName":"t"}', headers: { ${target}, ${signed} } }`;

  test.each([
    ['of a host of AWS', `fetch('https://dynamodb.eu-west-1.amazonaws.com/', ${options})`],
    ['of a URL', `fetch(new URL('https://dynamodb.eu-west-1.amazonaws.com/'), ${options})`],
    ['of a Request', `fetch(new Request('https://dynamodb.eu-west-1.amazonaws.com/', ${options}))`],
    [
      'of a Request with a stream',
      `fetch(new Request('https://dynamodb.eu-west-1.amazonaws.com/', { ...${options}, body: new Blob(['{"TableName":"t"}']).stream(), duplex: 'half' }))`,
    ],
    ['that is signed for AWS', `fetch('https://orders.example.com/', ${options})`],
    ["of the gateway's address", `fetch(URL_OF_GATEWAY, ${options})`],
  ])('%s goes to the gateway, with the line that made it', async (_name, call) => {
    const { value, calls, traces } = await routed(
      `async function theCaller() {
        const response = await ${call};
        return (await response.json()).Item.id.S;
      }
      return theCaller();`,
      '/',
    );
    expect(value).toBe('7');
    expect(calls).toEqual(['dynamodb:GetItem']);
    expect(traces[0]?.find((line) => line.includes('code.cjs:'))).toMatch(/^ {4}at theCaller \(/);
  });

  test("of another host goes there, and wrong arguments are fetch's own errors", async () => {
    const { value, calls } = await routed(
      `const server = require('node:http').createServer((request, response) => response.end(JSON.stringify(request.headers)));
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      const response = await fetch('http://127.0.0.1:' + server.address().port, { headers: { a: 'b' } });
      const headers = Object.keys(await response.json()).filter((name) => /^x-|^a$/.test(name));
      server.close();
      const error = await fetch('no url').catch((error) => error.cause.code);
      return [headers, error, fetch.name];`,
      '/',
    );
    expect(value).toEqual([['a'], 'ERR_INVALID_URL', 'fetch']);
    expect(calls).toEqual([]);
  });
});

test('a request by HTTP/2 has the line that called its client', async () => {
  const installed = await installedPackages('aws-sdk-js-clients', clientPackages);
  if ('unavailable' in installed) return console.warn(`The SDK is not available: ${installed.unavailable}`);
  const { calls, traces } = await routed(
    `const { KinesisClient, PutRecordCommand } = load('@aws-sdk/client-kinesis');
    const client = new KinesisClient({ endpoint: URL_OF_GATEWAY });
    WATCH_CLIENTS();
    async function theSender() {
      await client.send(new PutRecordCommand({ StreamName: 's', Data: Buffer.from('a'), PartitionKey: 'p' }));
    }
    await theSender();
    client.destroy();`,
    installed.folder,
  );
  expect(calls).toEqual(['kinesis:PutRecord']);
  expect(traces[0]?.find((line) => line.includes('code.cjs:'))).toMatch(/^ {4}at theSender \(/);
}, 120_000);

describe("requests of Node.js that name AWS's hosts themselves", () => {
  test('go to the gateway from version 2 of the SDK', async () => {
    if ('unavailable' in second) return;
    const { value, calls } = await routed(
      `const AWS = load('aws-sdk');
      const item = await new AWS.DynamoDB().getItem({ TableName: 't', Key: { id: { S: '7' } } }).promise();
      const object = await new AWS.S3().getObject({ Bucket: 'a-bucket', Key: 'a key' }).promise();
      return [item.Item.id.S, object.Body.toString()];`,
      second.folder,
    );
    expect(value).toEqual(['7', 'content']);
    expect(calls).toEqual(['dynamodb:GetItem', 's3:GetObject']);
  }, 120_000);

  test("go to the gateway to the host in a queue's URL, and to that of a WebSocket API", async () => {
    if ('unavailable' in modern) return;
    const { value, calls } = await routed(
      `const { SQSClient, SendMessageCommand } = load('@aws-sdk/client-sqs');
      const { ApiGatewayManagementApiClient, PostToConnectionCommand } = load('@aws-sdk/client-apigatewaymanagementapi');
      const QueueUrl = 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs';
      const { MessageId } = await new SQSClient().send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello' }));
      const endpoint = 'https://abc123.execute-api.eu-west-1.amazonaws.com/prod';
      const api = new ApiGatewayManagementApiClient({ endpoint });
      await api.send(new PostToConnectionCommand({ ConnectionId: 'c=', Data: 'hello' }));
      return MessageId;`,
      modern.folder,
    );
    expect(value).toBe('an-id');
    expect(calls).toEqual(['sqs:SendMessage', 'apigatewaymanagementapi:PostToConnection']);
  }, 120_000);
});
