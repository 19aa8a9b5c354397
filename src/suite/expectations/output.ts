import type { Expectations } from './expectations.js';
import type { Finding } from './finding.js';
import { judgeValue } from './judge-value.js';
import type { Observed } from './observed.js';
import { readValue } from './response-value.js';
import { shownPattern } from './shown-value.js';

/** The response, as JSON. */
export function judgeOutput({ output }: Expectations, { response }: Observed): Finding[] {
  if (output === undefined) return [];
  const read = readValue(response);
  if ('value' in read) return judgeValue(output, read.value, ['output']);
  const expected = shownPattern(output);
  return [
    { path: ['expect', 'output'], message: `The response ${read.problem}, and ${expected} was expected.`, expected },
  ];
}
