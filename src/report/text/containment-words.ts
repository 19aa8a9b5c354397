import type { ContainmentFacts } from '../../invoke/containment-facts.js';

/** How a function was contained, in a few words. */
export function containmentWords({ mechanism, reason, open }: ContainmentFacts): string {
  if (mechanism === 'none') return `not contained${reason === undefined ? '' : `, because ${reason}`}`;
  const how = mechanism === 'sudo' ? 'contained by namespaces that sudo makes' : 'contained by namespaces of this user';
  return open.includes('network') ? how : `${how}, without a network`;
}
