import { expect, test } from '@jest/globals';
import { containmentFacts } from '../../src/invoke/containment-facts.js';
import type { Containment } from '../../src/invoke/containment-policy.js';
import { containmentWords } from '../../src/report/text/containment-words.js';

const rooms = { kind: 'rooms', runtimes: '/r', machine: { hidden: [], shown: [] }, withoutNetwork: false } as const;
const inside = ['kernel', 'readable-files', 'resources'];

test.each<[string, Containment, readonly string[]]>([
  ['contained by namespaces of this user', { ...rooms, mechanism: 'user-namespaces' }, ['network', ...inside]],
  [
    'contained by namespaces of this user, without a network',
    { ...rooms, mechanism: 'user-namespaces', withoutNetwork: true },
    inside,
  ],
  [
    'contained by namespaces that sudo makes',
    { ...rooms, mechanism: 'sudo' },
    ['network', ...inside, 'further-namespaces'],
  ],
  [
    'not contained, because darwin has no namespaces',
    { kind: 'none', reason: 'darwin has no namespaces' },
    ['network', 'files', 'processes', 'privileges', ...inside],
  ],
])('%s', (words, containment, open) => {
  const facts = containmentFacts(containment);
  expect(containmentWords(facts)).toBe(words);
  expect(facts.open).toEqual(open);
});
