import type { Expectations } from './expectations.js';
import type { Finding } from './finding.js';
import { judgeValue } from './judge-value.js';
import type { Observed } from './observed.js';

/** The error that a function failed with. */
export function judgeError({ error }: Expectations, { error: received }: Observed): Finding[] {
  if (error === undefined || received === undefined) return [];
  const { type, message } = error;
  return [
    ...(type === undefined ? [] : judgeValue(type, received.type, ['error', 'type'])),
    ...(message === undefined ? [] : judgeValue(message, received.message, ['error', 'message'])),
  ];
}
