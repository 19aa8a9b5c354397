import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { answerCall } from '../../src/aws-gateway/server/answer-call.js';
import { HeldBytes } from '../../src/aws-gateway/server/held-bytes.js';
import type { GatewaySession } from '../../src/aws-gateway/server/session.js';

test('a call whose client went away before there was an answer comes to its end', async () => {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.GetItem' };
  const told: string[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    const server = createServer((message, response) => {
      const session: GatewaySession = {
        account: '111122223333',
        region: 'eu-west-1',
        sources: [
          async () => {
            client.destroy();
            await once(response, 'close');
            return { by: 'sibling', content: { members: {} } };
          },
        ],
        last: { kind: 'refuse', explain: () => ({ code: 'None', message: '' }) },
        onCall: ({ operation }) => told.push(operation),
      };
      answerCall(message, response, session, new HeldBytes(1_000_000))
        .then(resolve, reject)
        .finally(() => server.close());
    });
    let client: ReturnType<typeof request>;
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      client = request({ host: '127.0.0.1', port, method: 'POST', headers });
      client.on('error', () => {});
      client.end('{"TableName":"t"}');
    });
  });
  await ended;
  expect(told).toEqual(['GetItem']);
});
