import { expect, test } from '@jest/globals';
import { AwsGateway } from '../../src/aws-gateway/server/gateway.js';
import { openGateway } from './open-gateway.js';

test('a connection is admitted by the token, else by who has opened it', async () => {
  const asked: number[] = [];
  let isOwn = false;
  await using gateway = await AwsGateway.listen({
    account: '111122223333',
    region: 'eu-west-1',
    sources: [() => ({ by: 'stub', content: { members: {} } })],
    last: { kind: 'refuse', explain: () => ({ code: 'None', message: '' }) },
    onCall: () => {},
  });
  gateway.admits = ({ remotePort = 0 }) => {
    asked.push(remotePort);
    return isOwn;
  };
  const send = async (headers: Readonly<Record<string, string>>): Promise<number> => {
    const answer = await fetch(gateway.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.GetItem',
        ...headers,
      },
      body: '{"TableName":"t"}',
    });
    await answer.text();
    return answer.status;
  };
  expect(await send({})).toBe(403);
  expect(await send({ 'x-invoke-local-token': 'another' })).toBe(403);
  expect(asked).toHaveLength(2);
  expect(await send({ 'x-invoke-local-token': gateway.token })).toBe(200);
  expect(asked).toHaveLength(2);
  isOwn = true;
  const statuses = [await send({ connection: 'close' }), await send({ connection: 'close' })];
  expect(statuses).toEqual([200, 200]);
});

test.each(['1', 'true', ''])('a function can not pass its own call off as one of Lambda (%j)', async (said) => {
  await using gateway = await openGateway({ mode: 'none' });
  const answer = await gateway.send('dynamodb', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.GetItem',
      'x-invoke-local-delivery': said,
    },
    body: '{"TableName":"t"}',
  });
  expect(answer.status).toBe(400);
  const { diagnostics } = await gateway.end();
  expect(diagnostics.map(({ code }) => code)).toEqual(['aws-call-unanswered']);
});
