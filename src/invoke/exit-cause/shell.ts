import type { FindCause } from './find-cause.js';
import { fromLast } from './report-text.js';

/** `/x/bootstrap: line 3: jq: command not found` of bash, `/x/bootstrap: 3: jq: not found` of dash. */
const complaint = /^\/[^:\n]+: (?:line )?\d+: \S.*$/gm;

/** What a shell prints about a command that it can't run, or that a signal ended. */
export const shellCause: FindCause = (text) => {
  const line = fromLast(text, complaint)?.split('\n', 1)[0];
  const message = line?.replace(/^\/[^:\n]+: (?:line )?\d+:\s+/, '');
  if (line === undefined || message === undefined) return undefined;
  // For a command that a signal ended it prints the process id, too.
  return { message: message.replace(/^\d+ (?=[A-Z])/, '').replaceAll(/\s{2,}/g, ' '), trace: [line] };
};

/** The last line that a program wrote, if nothing else explains its end. */
export const lastLine: FindCause = (text) => {
  const line = text.trimEnd().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? undefined : { message: `its last line of output is "${line}"`, trace: [] };
};
