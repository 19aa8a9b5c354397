import type { Audit } from '../../permissions/audit/audit-calls.js';
import { describeVerdict } from '../../permissions/audit/describe-verdict.js';
import type { Styles } from '../../report/console/styles.js';

const words = { allowed: 'allowed', denied: 'denied', unknown: 'not known' } as const;

/** An audit for a terminal: a line for calls that are alike, and why they would be allowed or denied below it. */
export function auditText({ calls }: Audit, styles: Styles): string {
  const paint = { allowed: styles.success, denied: styles.error, unknown: styles.warning };
  return calls
    .map(({ name, count, verdict }) => {
      const times = count === 1 ? '' : ` (${count} times)`;
      return `${paint[verdict.kind](words[verdict.kind].padEnd(9))} ${name}${times}\n${' '.repeat(10)}${styles.faint(describeVerdict(verdict))}\n`;
    })
    .join('');
}
