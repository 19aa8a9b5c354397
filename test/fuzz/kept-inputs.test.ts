import { expect, test } from '@jest/globals';
import { keptInputs } from './kept-inputs.js';
import { targets } from './targets.js';

const inputs = Object.entries(targets).flatMap(([name, target]) =>
  keptInputs(name).map((input) => [name, input.name, target, input.data] as const),
);

test('every parser has an input to begin with', () => {
  for (const name of Object.keys(targets)) expect(keptInputs(name)).not.toHaveLength(0);
});

test.each(inputs)('%s takes %s, or says what is wrong with it', async (_name, _input, target, data) => {
  await expect((async () => target(data))()).resolves.toBeUndefined();
});
