import type { FindCause } from './find-cause.js';
import { fromLast, paragraph } from './report-text.js';

const panic = /^(?:panic|fatal error): .+$/gm;
const goroutine = /^goroutine \d+.*\[.+\]:$/m;

/** The panic that a program in Go prints: its message, and the goroutine that panicked. */
export const goCause: FindCause = (text) => {
  const report = fromLast(text, panic);
  if (report === undefined) return undefined;
  const message = paragraph(report.replace(/\ngoroutine [\s\S]*/, '\n'));
  const running = goroutine.exec(report);
  return {
    message: message.join('\n'),
    trace: [...message, ...(running === null ? [] : paragraph(report.slice(running.index)))],
  };
};
