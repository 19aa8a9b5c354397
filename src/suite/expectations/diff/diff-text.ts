import { structuredPatch } from 'diff';
import { withinProcessorTime } from '../../../process/processor-time.js';
import { shorten } from '../shown-value.js';

/** The most of each side that is compared, in UTF-16 units and lines. */
const longestSide = 200_000;
const mostSideLines = 5000;
/**
 * How many lines may differ, and how long it may take of a processor (in ms), before the search for lines that belong together is given up.
 */
const mostEdits = 2000;
const timeLimitMs = 300;
/** The most of a diff that is shown. */
const mostLines = 120;
const longestLine = 200;

/**
 * A diff of two texts by lines: `-` is expected, `+` was received, with three equal lines around each difference. Its size
 * and time are bounded, whatever the texts.
 * @returns '' where they are the same
 */
export function diffText(expected: string, received: string): string {
  if (expected === received) return '';
  const [old, fresh] = [bounded(expected), bounded(received)];
  const options = { context: 3, maxEditLength: mostEdits };
  const patch = withinProcessorTime(timeLimitMs, (timeout) =>
    structuredPatch('', '', old, fresh, '', '', { ...options, timeout }),
  );
  const lines = patch === undefined ? bothWhole(old, fresh) : patch.hunks.flatMap(hunkLines);
  // The difference comes after the part that is compared.
  if (lines.length === 0) return '  … the first difference is too far into the text to be shown';
  return limited(lines).join('\n');
}

interface Hunk {
  readonly lines: readonly string[];
}

function hunkLines({ lines }: Hunk, index: number): string[] {
  const shown = shownLines(lines.filter((line) => !line.startsWith('\\')));
  return index === 0 ? shown : ['  …', ...shown];
}

/** The diff if too much differs: both texts in full, one after the other, from the first different line on. */
function bothWhole(expected: string, received: string): string[] {
  const [old, fresh] = [expected.split('\n'), received.split('\n')];
  const same = Math.max(
    0,
    old.findIndex((line, index) => line !== fresh[index]),
  );
  const side = (sign: string, lines: readonly string[]): string[] =>
    lines.slice(same, same + mostLines / 2).map((line) => sign + line);
  return shownLines([...side('-', old), ...side('+', fresh)]);
}

/** Lines short enough to be shown. Of a long one that took another's place it is the part where they differ. */
function shownLines(lines: readonly string[]): string[] {
  const starts = new Array<number>(lines.length).fill(0);
  for (let index = 0; index < lines.length; index += 1) {
    const removed = runOf('-', lines, index);
    const added = runOf('+', lines, index + removed);
    for (let pair = 0; pair < Math.min(removed, added); pair += 1) {
      const start = startOfDifference(lines[index + pair] ?? '', lines[index + removed + pair] ?? '');
      starts[index + pair] = start;
      starts[index + removed + pair] = start;
    }
    index += Math.max(0, removed + added - 1);
  }
  return lines.map((line, index) => {
    const start = starts[index] ?? 0;
    const text = line.slice(1 + start).replace(/^[\udc00-\udfff]/, '');
    return `${line.charAt(0)} ${shorten(start === 0 ? text : `…${text}`, longestLine)}`;
  });
}

function runOf(sign: string, lines: readonly string[], from: number): number {
  let end = from;
  while (lines[end]?.startsWith(sign) === true) end += 1;
  return end - from;
}

/** Where to begin with two long lines, so that their difference is seen: 0 where that is at the start. */
function startOfDifference(removed: string, added: string): number {
  if (Math.max(removed.length, added.length) <= longestLine) return 0;
  let same = 1;
  while (same < removed.length && removed[same] === added[same]) same += 1;
  return same > longestLine / 2 ? same - 1 - longestLine / 4 : 0;
}

function limited(lines: readonly string[]): string[] {
  if (lines.length <= mostLines) return [...lines];
  return [...lines.slice(0, mostLines), `  … ${(lines.length - mostLines).toLocaleString('en')} more lines differ`];
}

function bounded(text: string): string {
  const start = text.slice(0, longestSide).split('\n', mostSideLines);
  return start.map((line) => line.replace(/\r$/, '␍')).join('\n');
}
