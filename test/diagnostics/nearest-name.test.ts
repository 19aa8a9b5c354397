import { describe, expect, test } from '@jest/globals';

import { nearestName } from '../../src/diagnostics/nearest-name.js';

describe('nearestName', () => {
  test.each([
    ['slef', ['self', 'sls', 'opt'], 'self'],
    ['helo', ['goodbye', 'hello'], 'hello'],
    ['CreateUser', ['createUser', 'deleteUser'], 'createUser'],
    ['create-usr', ['create-user', 'create-order'], 'create-user'],
    ['hello', ['orders', 'payments'], undefined],
    ['hello', [], undefined],
    ['x', ['ab', 'y'], undefined],
  ])('of %j among %j is %j', (name, candidates, expected) => {
    expect(nearestName(name, candidates)).toBe(expected);
  });
});
