import { expect, test } from '@jest/globals';
import type { DeclaredFunction } from '../../../src/service/cloudformation/functions/declared-function.js';
import { findFunction } from '../../../src/service/cloudformation/functions/find-function.js';

/** A function without a name in a stack whose deployed resources are asked for. */
function declared(logicalId: string, asked: string[]): DeclaredFunction {
  const lookup = {
    given: () => undefined,
    physicalId: async (id: string) => {
      asked.push(id);
      return `app-${id}-1A2B3C4D5E6F`;
    },
  };
  return {
    key: logicalId,
    names: [],
    logicalId,
    stack: { stackName: 'app', value: {}, evaluation: { lookup } },
    resource: {},
    properties: new Map(),
  } as unknown as DeclaredFunction;
}

test('a function is found by the name that CloudFormation gave to it', async () => {
  const asked: string[] = [];
  const functions = ['Front', 'Back'].map((id) => declared(id, asked));
  const found = await findFunction('app-Back-1A2B3C4D5E6F', functions, '/template.yaml');
  expect([found.key, asked]).toEqual(['Back', ['Back']]);
});

test('for a name that CloudFormation can not have made, nobody is asked', async () => {
  const asked: string[] = [];
  const functions = ['Front', 'Back'].map((id) => declared(id, asked));
  await expect(findFunction('Bakc', functions, '/template.yaml')).rejects.toThrow('Bakc');
  expect(asked).toEqual([]);
});
