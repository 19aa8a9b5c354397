/** A text that is short enough, or its head and its tail with a note of what is missing between them. */
export interface Excerpt {
  readonly text: string;
  /** How much is missing, in UTF-16 units. */
  readonly cut: number;
}

/** The share of the head: what matters can be at either end. */
const headShare = 0.6;

/**
 * Cuts out the middle of a text that is too long, where a line ends if one ends near, and never within a character.
 * @param limit the most that is kept, in UTF-16 units
 * @param whole where the whole is to be found, as in `in the file x`; absent where it is nowhere
 */
export function cutMiddle(text: string, limit: number, whole?: string): Excerpt {
  if (text.length <= limit) return { text, cut: 0 };
  const headEnd = endOfHead(text, Math.floor(limit * headShare));
  const tailStart = startOfTail(text, text.length - (limit - Math.floor(limit * headShare)));
  const cut = tailStart - headEnd;
  const note = `… ${cut.toLocaleString('en')} characters are cut here${whole === undefined ? '' : `; the whole is ${whole}`} …`;
  return { text: `${text.slice(0, headEnd).trimEnd()}\n${note}\n${text.slice(tailStart)}`, cut };
}

function endOfHead(text: string, wanted: number): number {
  const lineEnd = text.lastIndexOf('\n', wanted);
  if (lineEnd > wanted * 0.75) return lineEnd;
  return isTorn(text, wanted) ? wanted - 1 : wanted;
}

function startOfTail(text: string, wanted: number): number {
  const lineStart = text.indexOf('\n', wanted - 1) + 1;
  if (lineStart > 0 && lineStart < wanted + (text.length - wanted) * 0.25) return lineStart;
  return isTorn(text, wanted) ? wanted + 1 : wanted;
}

/** Whether a cut there would part the two halves of a character. */
function isTorn(text: string, index: number): boolean {
  return /^[\udc00-\udfff]/.test(text.charAt(index)) && /^[\ud800-\udbff]/.test(text.charAt(index - 1));
}
