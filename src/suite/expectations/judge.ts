import type { Expectations } from './expectations.js';
import type { Finding } from './finding.js';
import { judgeLimits } from './limits.js';
import type { Observed } from './observed.js';
import { judgeStatus } from './status.js';

/**
 * Holds what came of an invocation against what was expected of it. Pure.
 * @returns what was not met, in the order of the documentation; none where the case passed
 */
export function judge(expect: Expectations, observed: Observed): Finding[] {
  const status = judgeStatus(expect, observed);
  return [...status, ...judgeLimits(expect, observed)];
}
