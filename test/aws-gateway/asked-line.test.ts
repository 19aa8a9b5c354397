import { describe, expect, test } from '@jest/globals';
import type { FindWaitingLine, NamedCall } from '../../src/aws-gateway/aws-call.js';
import { openGateway } from './open-gateway.js';

const line = { file: '/app/App.java', line: 12 };
const frames = ['    at shop.App.find(App.java:12)'];
const stubs = [{ file: 'stubs', text: 'service: dynamodb\noperation: GetItem\nresponse: {}\n' }];

/** Answers whoever asks for a line, as a process does that tells its threads. */
function asking(): { readonly asked: NamedCall[]; readonly findLine: FindWaitingLine } {
  const asked: NamedCall[] = [];
  return {
    asked,
    findLine: (call, locate) => {
      asked.push(call);
      return locate(frames);
    },
  };
}

const locate = async (trace: readonly string[]) => (trace[0] === frames[0] ? line : undefined);

describe('the line of a call whose request does not say it', () => {
  test('is asked for before a call fails that nobody answers', async () => {
    const { asked, findLine } = asking();
    await using gateway = await openGateway({}, {}, { locate, findLine });
    const told = asked.length;
    await gateway.dynamo('GetItem', { TableName: 'stock', Key: {} });
    expect([told, asked]).toEqual([0, [{ serviceId: 'DynamoDB', operation: 'GetItem' }]]);
    const { calls, diagnostics } = await gateway.end();
    expect(calls.map(({ location }) => location)).toEqual([line]);
    expect(diagnostics).toMatchObject([{ code: 'aws-call-unanswered', location: line }]);
  });

  test('is asked for where there is something to say of the call, and of no other', async () => {
    const { asked, findLine } = asking();
    const isNotable = ({ members }: { readonly members: object }): boolean => 'ConsistentRead' in members;
    await using gateway = await openGateway({ stubs }, {}, { locate, findLine, isNotable });
    await gateway.dynamo('GetItem', { TableName: 'stock', Key: {} });
    expect(asked).toEqual([]);
    await gateway.dynamo('GetItem', { TableName: 'stock', Key: {}, ConsistentRead: true });
    const { calls } = await gateway.end();
    expect(calls.map(({ location, answeredBy }) => [location, answeredBy])).toEqual([
      [undefined, 'stub'],
      [line, 'stub'],
    ]);
  });

  test('is not asked for where the request says it', async () => {
    const { asked, findLine } = asking();
    await using gateway = await openGateway({}, {}, { locate, findLine, isNotable: () => true });
    await gateway.send('dynamodb', {
      method: 'POST',
      headers: {
        'x-amz-target': 'DynamoDB_20120810.GetItem',
        'content-type': 'application/x-amz-json-1.0',
        'x-invoke-local-caller': encodeURIComponent(frames[0] ?? ''),
      },
      body: '{}',
    });
    expect(asked).toEqual([]);
    expect((await gateway.end()).calls.map(({ location }) => location)).toEqual([line]);
  });

  test('is asked for 20 times in an event', async () => {
    const { asked, findLine } = asking();
    await using gateway = await openGateway({}, {}, { locate, findLine });
    for (let count = 0; count < 25; count++) await gateway.dynamo('GetItem', { TableName: 'stock', Key: {} });
    expect(asked).toHaveLength(20);
    const { calls } = await gateway.end();
    expect(calls.filter(({ location }) => location !== undefined)).toHaveLength(20);
  });
});
