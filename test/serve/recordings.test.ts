import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { folderOf } from '../service/open-folder.js';
import { type OpenServer, openServer } from './open-server.js';

/** Reads an item as an SDK does, and answers what came of it. */
const handler = `exports.handler = async ({ id }) => {
  const scope = process.env.AWS_ACCESS_KEY_ID + '/20260101/eu-west-1/dynamodb/aws4_request';
  const response = await fetch(process.env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=' + scope + ', SignedHeaders=host, Signature=00',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.GetItem',
    },
    body: JSON.stringify({ TableName: 'stock', Key: { id: { S: id } } }),
  });
  const { Item, __type } = await response.json();
  return Item?.count.N ?? __type;
};
`;

let folder: string;
let dynamo: Server;
let count = 0;

beforeAll(async () => {
  const functions = 'functions: { f: { handler: f.handler, url: true } }';
  folder = await folderOf({
    'serverless.yml': `service: stock\nprovider: { name: aws, runtime: nodejs22.x, region: eu-west-1 }\n${functions}\n`,
    'f.js': handler,
  });
  dynamo = createServer((message, response) => {
    message.resume();
    count += 1;
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify({ Item: { count: { N: String(count) } } }));
  });
  await once(dynamo.listen(0, '127.0.0.1'), 'listening');
});

afterAll(() => void dynamo.close());

const serverWith = (aws: string, hostEnvironment: Readonly<Record<string, string>> = {}) =>
  openServer(folder, {
    request: {
      aws: { aws, folder, named: (name: string) => name },
      hostEnvironment: { PATH: process.env['PATH'] ?? '', ...hostEnvironment },
    },
  });

const aboutCalls = ({ diagnostics }: OpenServer): Diagnostic[] =>
  diagnostics.filter(({ code }) => code?.startsWith('aws-'));

async function invoke(url: string, id: string): Promise<unknown> {
  const event = JSON.stringify({ id });
  const response = await fetch(`${url}/2015-03-31/functions/f/invocations`, { method: 'POST', body: event });
  return response.json();
}

test('a server records the calls of all its events, and one that replays goes through them', async () => {
  const { port } = dynamo.address() as AddressInfo;
  const real = {
    AWS_ACCESS_KEY_ID: 'AKIAREALREALREALREAL',
    AWS_SECRET_ACCESS_KEY: 'a-secret-that-nobody-knows',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  };
  {
    await using recording = await serverWith('record', real);
    const answers = [await invoke(recording.url, 'apple'), await invoke(recording.url, 'apple')];
    expect(answers).toEqual(['1', '2']);
  }
  expect(readFileSync(join(folder, 'f.aws.yml'), 'utf8').match(/^ +N: ".*"$/gm)).toEqual([
    '      N: "1"',
    '      N: "2"',
  ]);

  const again = await serverWith('replay');
  const answers: unknown[] = [];
  for (const id of ['apple', 'apple', 'apple', 'pear']) answers.push(await invoke(again.url, id));
  await again[Symbol.asyncDispose]();
  expect(answers).toEqual(['1', '2', '2', expect.stringContaining('NotRecorded')]);
  expect(aboutCalls(again)).toMatchObject([{ code: 'aws-call-unanswered' }]);

  const short = await serverWith('replay');
  expect(await invoke(short.url, 'apple')).toBe('1');
  expect(aboutCalls(short)).toEqual([]);
  await short[Symbol.asyncDispose]();
  expect(aboutCalls(short)).toMatchObject([
    { severity: 'notice', code: 'aws-recording-unused', message: 'A recorded call was not made: dynamodb:GetItem.' },
  ]);
  expect(count).toBe(2);
}, 60_000);

test('a server that can not record says so of each function', async () => {
  await using server = await serverWith('record');
  const answer = await invoke(server.url, 'apple');
  const why = 'The calls to AWS are to be recorded, and there are no credentials to make them with.';
  expect(JSON.stringify(answer)).toContain(`invoke-local can't run the function f: ${why}`);
  const page = await fetch(`${server.url}/url/f/`);
  expect([page.status, await page.text()]).toEqual([502, expect.stringContaining(why)]);
  expect(server.diagnostics.map(({ code }) => code)).toContain('aws-record-without-credentials');
}, 60_000);
