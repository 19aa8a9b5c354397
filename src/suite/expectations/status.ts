import type { Expectations } from './expectations.js';
import type { Finding } from './finding.js';
import type { Observed } from './observed.js';

const said = { success: 'succeeded', error: 'failed', timeout: 'timed out', crash: 'crashed' } as const;
const wanted = { ...said, error: 'failed with an error', failure: 'failed' } as const;

/** How the invocation ended. */
export function judgeStatus({ status }: Expectations, { status: received, error }: Observed): Finding[] {
  if (status === received || (status === 'failure' && received !== 'success')) return [];
  const reason = error === undefined ? '' : ` (${[error.type, error.message].filter(Boolean).join(': ')})`;
  return [
    {
      path: ['expect', 'status'],
      message: `The function ${said[received]}${reason}, and should have ${wanted[status]}.`,
      expected: status,
      received,
    },
  ];
}
