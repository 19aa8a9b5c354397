import { judgeCalls } from './calls.js';
import { judgeError } from './error.js';
import type { Expectations } from './expectations.js';
import type { Finding } from './finding.js';
import { judgeHttp } from './http.js';
import { judgeLimits } from './limits.js';
import { judgeLog } from './log.js';
import type { Observed } from './observed.js';
import { judgeOutput } from './output.js';
import { judgeSchema, type SchemaProblems } from './schema.js';
import { judgeStatus } from './status.js';

/**
 * Compares the result of an invocation with its expectations. Pure. The response is judged only if the invocation ended as
 * expected.
 * @param schemas the schemas of the cases; may be left out if no case has one
 * @returns the expectations that were not met, in the order of the documentation; none if the case passed
 */
export function judge(expect: Expectations, observed: Observed, schemas?: SchemaProblems): Finding[] {
  const status = judgeStatus(expect, observed);
  const response =
    status.length > 0
      ? []
      : [
          ...judgeError(expect, observed),
          ...judgeOutput(expect, observed),
          ...judgeHttp(expect, observed),
          ...judgeSchema(expect, observed, schemas),
        ];
  return [
    ...status,
    ...response,
    ...judgeLog(expect, observed),
    ...judgeCalls(expect, observed),
    ...judgeLimits(expect, observed),
  ];
}
