import { expect, test } from '@jest/globals';
import { judgeCalls } from '../../../src/suite/expectations/calls.js';
import type { Expectations } from '../../../src/suite/expectations/expectations.js';
import type { Observed } from '../../../src/suite/expectations/observed.js';

test('a call that is never to be made, and whose name is wrong, is a finding', () => {
  const expected = {
    aws: { inOrder: false, calls: [{ call: 'eventbridge:PutEvents', times: 0, path: ['expect', 'aws', 0] }] },
  } as unknown as Expectations;
  const mistakeIn = (call: string): string | undefined =>
    call.startsWith('events:') ? undefined : `${call} is wrong.`;
  const observed = { aws: { calls: [], problems: [], mistakeIn, membersFor: () => ({}) } } as unknown as Observed;
  expect(judgeCalls(expected, observed)).toEqual([
    { path: ['expect', 'aws', 0], message: 'eventbridge:PutEvents is wrong.' },
  ]);
});
