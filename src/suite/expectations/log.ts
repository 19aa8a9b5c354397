import { matches } from './bounded-regex.js';
import type { Expectations, LogText } from './expectations.js';
import type { Finding } from './finding.js';
import type { Observed } from './observed.js';
import { shorten } from './shown-value.js';
import { visibleJson, visibleLine } from './visible-json.js';

/** What the log must contain, and what it must not. */
export function judgeLog({ log: expected }: Expectations, { log }: Observed): Finding[] {
  if (expected === undefined) return [];
  const text = log();
  return [
    ...expected.has.flatMap((wanted) => judgeText(wanted, text, true)),
    ...expected.hasNot.flatMap((unwanted) => judgeText(unwanted, text, false)),
  ];
}

function judgeText({ text: wanted, path }: LogText, log: string, isExpected: boolean): Finding[] {
  const found = typeof wanted === 'string' ? log.includes(wanted) : matches(wanted, log);
  if (found === isExpected) return [];
  const shown = shorten(typeof wanted === 'string' ? visibleJson(wanted) : visibleLine(String(wanted)));
  return [
    { path: ['expect', ...path], message: messageOf(shown, wanted, found), expected: expectedText(shown, isExpected) },
  ];
}

function messageOf(shown: string, wanted: string | RegExp, found: boolean | undefined): string {
  if (found === undefined) return `The log takes ${shown} too long: it was given up.`;
  const verb = typeof wanted === 'string' ? 'contain' : 'match';
  return found
    ? `The log ${verb === 'match' ? 'matches' : 'contains'} ${shown}, and must not.`
    : `The log does not ${verb} ${shown}.`;
}

function expectedText(shown: string, isExpected: boolean): string {
  return isExpected ? shown : `nothing like ${shown}`;
}
