import { describe, expect, test } from '@jest/globals';
import { readContext } from '../../src/event/read-context.js';
import { eventTools, failureOf } from './event-tools.js';

describe('readContext', () => {
  test.each([
    [{}, {}],
    [{ data: ' ' }, {}],
    [{ data: '{"awsRequestId":"x","extra":[1]}' }, { awsRequestId: 'x', extra: [1] }],
    [{ path: 'events/context.yml' }, { identity: { cognitoIdentityId: 'eu-1:abc' } }],
    [{ path: 'events/event.mjs' }, { from: 'mjs' }],
  ])('of %j gives %j', async (request, expected) => {
    expect(await readContext(request, eventTools())).toEqual(expected);
  });

  test('takes the file where both are given, with a warning', async () => {
    const tools = eventTools();
    const context = await readContext({ path: 'events/context.json', data: '{broken' }, tools);
    expect(context).toHaveProperty('clientContext.custom.tenant', 'a');
    expect(tools.reported).toEqual([expect.objectContaining({ severity: 'warning', code: 'context-data-ignored' })]);
  });

  test.each([
    [{ data: '{bad' }, 'The context is not valid JSON: unexpected "b" at line 1, column 2.'],
    [{ data: 'null' }, 'The context must be a JSON object, and is null.'],
    [{ data: '"text"' }, 'The context must be a JSON object, and is a string.'],
    [{ path: 'events/list.json' }, 'The context file events/list.json must be a JSON object, and is a list.'],
    [{ path: 'events/greeting.txt' }, 'must be a JSON object, and is a string.'],
    [{ path: 'none.json' }, 'none.json does not exist.'],
  ])('of %j is an error that says: %s', async (request, expected) => {
    expect((await failureOf(readContext(request, eventTools()))).message).toContain(expected);
  });
});
