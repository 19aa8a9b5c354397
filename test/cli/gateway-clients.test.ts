import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { folderOf } from '../service/open-folder.js';
import { nodeRuntime, run } from './command.js';

const handler = `const { execFileSync } = require('node:child_process');
const send = \`fetch(process.env.AWS_ENDPOINT_URL, {
  method: 'POST',
  headers: {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.GetItem',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  },
  body: JSON.stringify({ TableName: 'orders', Key: { id: { S: '1' } } }),
}).then(({ status }) => status)\`;
exports.call = async ({ other }) => {
  const foreign = await fetch(other, { method: 'POST', body: process.env.AWS_ENDPOINT_URL });
  const ofChild = execFileSync(process.execPath, ['-p', \`\${send}.then(console.log), ''\`]).toString().trim();
  return { foreign: await foreign.json(), own: await eval(send), ofChild };
};
`;

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux.each(['auto', 'false'])(
  'the gateway serves the processes of its function, and no other one of the machine (isolate: %s)',
  async (isolate) => {
    const folder = await folderOf({
      'serverless.yml': `service: shop\nprovider: {name: aws, runtime: ${nodeRuntime}}\nfunctions:\n  orders: {handler: orders.call}\n`,
      'orders.js': handler,
      'stubs.yml': "service: dynamodb\noperation: GetItem\nresponse: {Item: {id: {S: '1'}}}\n",
    });
    // Another process than the function's, and than the command that runs it.
    const other = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', async () => {
        const answer = await fetch(Buffer.concat(parts).toString(), {
          method: 'POST',
          headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem' },
          body: '{}',
        });
        response.end(JSON.stringify([answer.status, await answer.text()]));
      });
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    try {
      const data = JSON.stringify({ other: url });
      const flags = ['-w', folder, '-f', 'orders', '-d', data, '--stubs', 'stubs.yml', '--isolate', isolate];
      const { stdout, stderr } = await run(flags, { cwd: folder });
      expect([JSON.parse(stdout.toString() || 'null'), stderr.toString()]).toEqual([
        {
          foreign: [403, 'The gateway of invoke-local serves the processes of its function alone.\n'],
          own: 200,
          ofChild: '200',
        },
        expect.any(String),
      ]);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  },
  60_000,
);
