import { structuredPatch } from 'diff';
import { shorten } from '../shown-value.js';

/** The most that is compared of either side, in UTF-16 units and lines. */
const longestSide = 200_000;
const mostSideLines = 5000;
/** The most lines that may differ before it is given up to find out which belong together, and how long that may take, in ms. */
const mostEdits = 2000;
const timeLimitMs = 300;
/** The most of a diff that is shown. */
const mostLines = 120;
const longestLine = 200;

/**
 * Two texts against each other, a line each: `-` is expected, `+` was received, and around each difference stand three
 * lines that are the same. Bounded in size and time, whatever the texts.
 * @returns '' where they are the same
 */
export function diffText(expected: string, received: string): string {
  if (expected === received) return '';
  const [old, fresh] = [bounded(expected), bounded(received)];
  const patch = structuredPatch('', '', old, fresh, '', '', {
    context: 3,
    maxEditLength: mostEdits,
    timeout: timeLimitMs,
  });
  const lines = patch === undefined ? bothWhole(old, fresh) : patch.hunks.flatMap(hunkLines);
  // What differs lies behind what is compared.
  if (lines.length === 0) return 'The first difference is too far into the text to be shown.';
  return limited(lines).join('\n');
}

interface Hunk {
  readonly oldStart: number;
  readonly lines: readonly string[];
}

function hunkLines({ lines }: Hunk, index: number): string[] {
  const shown = lines.filter((line) => !line.startsWith('\\')).map((line) => shownLine(line));
  return index === 0 ? shown : ['  …', ...shown];
}

/** Where too much differs: one after the other, from the first line that does. */
function bothWhole(expected: string, received: string): string[] {
  const [old, fresh] = [expected.split('\n'), received.split('\n')];
  const same = old.findIndex((line, index) => line !== fresh[index]);
  const side = (sign: string, lines: readonly string[]): string[] => {
    const shown = lines.slice(Math.max(0, same), Math.max(0, same) + mostLines / 2);
    return shown.map((line) => shownLine(sign + line));
  };
  return [...side('-', old), ...side('+', fresh)];
}

function shownLine(line: string): string {
  return `${line.charAt(0)} ${shorten(line.slice(1), longestLine)}`;
}

function limited(lines: readonly string[]): string[] {
  if (lines.length <= mostLines) return [...lines];
  return [...lines.slice(0, mostLines), `  … ${(lines.length - mostLines).toLocaleString('en')} more lines differ`];
}

function bounded(text: string): string {
  const start = text.slice(0, longestSide).split('\n', mostSideLines);
  return start.map((line) => line.replace(/\r$/, '␍')).join('\n');
}
