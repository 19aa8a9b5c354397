/** The whole text if it is short enough, else its head and its tail with a note between them of how much is missing. */
export interface Excerpt {
  readonly text: string;
  /** How much is missing, in UTF-16 units. */
  readonly cut: number;
}

/** The head's share of the limit. What matters can be at either end. */
const headShare = 0.6;

/**
 * Cuts out the middle of a text that is too long: at the end of a line if one is near, and never within a character.
 * @param limit the most that is kept, in UTF-16 units, not counting the note
 * @param whole where to find the whole, worded like `in the file x`; absent if it is nowhere
 */
export function cutMiddle(text: string, limit: number, whole?: string): Excerpt {
  return text.length <= limit
    ? { text, cut: 0 }
    : withoutMiddle({ head: text, tail: text, missing: -text.length }, limit, whole);
}

/** The same, but the result including the note has at most `limit` UTF-16 units. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const note = noteOf(text.length).length + 2;
  return cutMiddle(text, Math.max(0, limit - note)).text.slice(0, limit);
}

/** The two ends of a text, and how much is missing between them, in UTF-16 units; negative if they overlap. */
export interface Ends {
  readonly head: string;
  readonly tail: string;
  readonly missing: number;
}

/** The first and the last `length` units of a text; each is the whole text if that is shorter. */
export function endsOf(text: string, length: number): Ends {
  const end = isTorn(text, length) ? length - 1 : length;
  const wanted = Math.max(0, text.length - length);
  const start = isTorn(text, wanted) ? wanted + 1 : wanted;
  return { head: text.slice(0, end), tail: text.slice(start), missing: start - Math.min(end, text.length) };
}

/** Joins the two ends of a text that is too long, with a note of how much is missing. */
export function withoutMiddle({ head, tail, missing }: Ends, limit: number, whole?: string): Excerpt {
  const headEnd = endOfHead(head, Math.floor(limit * headShare));
  const tailStart = startOfTail(tail, Math.max(0, tail.length - (limit - Math.floor(limit * headShare))));
  const cut = missing + head.length - headEnd + tailStart;
  return { text: `${head.slice(0, headEnd).trimEnd()}\n${noteOf(cut, whole)}\n${tail.slice(tailStart)}`, cut };
}

function noteOf(cut: number, whole?: string): string {
  return `… ${cut.toLocaleString('en')} characters are cut here${whole === undefined ? '' : `; the whole is ${whole}`} …`;
}

function endOfHead(text: string, wanted: number): number {
  if (text.length <= wanted) return text.length;
  const lineEnd = text.lastIndexOf('\n', wanted);
  if (lineEnd > wanted * 0.75) return lineEnd;
  return isTorn(text, wanted) ? wanted - 1 : wanted;
}

function startOfTail(text: string, wanted: number): number {
  if (wanted === 0) return 0;
  const lineStart = text.indexOf('\n', wanted - 1) + 1;
  if (lineStart > 0 && lineStart < wanted + (text.length - wanted) * 0.25) return lineStart;
  return isTorn(text, wanted) ? wanted + 1 : wanted;
}

/** Whether a cut there would separate the two halves of a surrogate pair. */
function isTorn(text: string, index: number): boolean {
  return /^[\udc00-\udfff]/.test(text.charAt(index)) && /^[\ud800-\udbff]/.test(text.charAt(index - 1));
}
