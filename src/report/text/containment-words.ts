import type { ContainmentFacts, OpenWay } from '../../invoke/containment-facts.js';

/** How a function was contained, in a few words. */
export function containmentWords({ mechanism, reason, open }: ContainmentFacts): string {
  if (mechanism === 'none') return `not contained${reason === undefined ? '' : `, because ${reason}`}`;
  const how = mechanism === 'sudo' ? 'contained by namespaces that sudo makes' : 'contained by namespaces of this user';
  return open.includes('network') ? how : `${how}, without a network`;
}

/** What is not closed, by the names that reports have for it (docs/containment.md). */
const openWords: Readonly<Record<OpenWay, string>> = {
  network: 'the network',
  kernel: 'faults of the kernel',
  'readable-files': 'what this user can read of the machine and is no known place of secrets',
  resources: 'processes, disk and processors',
  'further-namespaces': 'further namespaces',
  files: 'all files of this user',
  processes: 'its processes',
  privileges: 'ways to more privileges',
};

/** How functions were contained, and what that leaves open, in one sentence. */
export function containmentSentence(facts: ContainmentFacts): string {
  // Who can write to all files can read them.
  const open = facts.open.filter((way) => way !== 'readable-files' || !facts.open.includes('files'));
  return `Functions were ${containmentWords(facts)}. Open to them: ${open.map((way) => openWords[way]).join(', ')}.`;
}
