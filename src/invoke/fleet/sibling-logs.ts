import type { SiblingInvocation } from '../result.js';

/** How much of the logs of all functions that an event invoked is shown, in bytes. */
const mostBytes = 1024 * 1024;

/** The logs of invocations, one after the other, each line with the function's key before it. */
export function siblingLogs(siblings: readonly SiblingInvocation[]): Buffer {
  const parts: Buffer[] = [];
  let bytes = 0;
  for (const [index, sibling] of siblings.entries()) {
    const part = prefixed(sibling);
    bytes += part.length;
    if (bytes > mostBytes) {
      const left = siblings.length - index;
      parts.push(
        Buffer.from(`The logs of ${left === 1 ? 'one more invocation' : `${left} more invocations`} are left out.\n`),
      );
      break;
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function prefixed({ result, log }: SiblingInvocation): Buffer {
  const prefix = `${result.function.key} | `;
  const left =
    log.omittedBytes === 0 ? '' : `${prefix}The first ${log.omittedBytes.toLocaleString('en')} bytes are left out.\n`;
  // As Latin-1, so that every byte stays what it is.
  const lines = log.bytes.toString('latin1').replace(/\n$/, '').split('\n');
  const start = Buffer.from(prefix).toString('latin1');
  return Buffer.concat([Buffer.from(left), Buffer.from(lines.map((line) => `${start}${line}\n`).join(''), 'latin1')]);
}
