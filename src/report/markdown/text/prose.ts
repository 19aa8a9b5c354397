import { codeSpan, oneLine } from './inline.js';

/** A plain word: nothing in it could be read as Markdown, HTML, a link or a mention. */
const plainWord = /^["'“‘(]*[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*["'”’)]*[.,;:!?…%]*["'”’)]*$/u;
const punctuation = /^["'“”‘’()]*[.,;:!?…%–—-]*["'“”‘’()]*$/;
/** Plain words that GitHub turns into links: hashes of commits, references like `GH-12`, addresses. */
const reference = /(?:^|\W)(?:[0-9a-f]{7,}|[a-z]+-\d+|www\..*)(?:\W|$)/i;

/** The longest sentence that is shown, in UTF-16 units. */
const longestProse = 2_000;

/**
 * A message of ours as a line of Markdown. What it quotes (`like this`) becomes code, and so does every word that is not
 * plain, since messages contain names, paths and texts that are not ours.
 * @param text fit to be seen. It must not be the first on its line, so that nothing in it begins a block.
 */
export function prose(text: string): string {
  return oneLine(text, longestProse)
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part, longestProse) : words(part)))
    .join('');
}

function words(text: string): string {
  // Code words with only a blank between them become one piece of code.
  const pieces: Piece[] = [];
  for (const word of text.split(' ')) {
    const piece = pieceOf(word);
    const last = pieces.at(-1);
    if (last?.code !== undefined && last.after === '' && piece.code !== undefined && piece.before === '') {
      pieces.splice(-1, 1, { ...last, code: `${last.code} ${piece.code}`, after: piece.after });
    } else pieces.push(piece);
  }
  return pieces
    .map(({ before, code, after }) => before + (code === undefined ? '' : codeSpan(code, longestProse)) + after)
    .join(' ');
}

/** One or more words: the part that has to be code, and the plain text around it. */
interface Piece {
  readonly before: string;
  readonly code?: string;
  readonly after: string;
}

function pieceOf(word: string): Piece {
  if ((plainWord.test(word) || punctuation.test(word)) && !reference.test(word)) return { before: word, after: '' };
  const [, before = '', code = word, after = ''] = /^(["'“‘(]*)(.*?)(["'”’).,;:!?…]*)$/.exec(word) ?? [];
  // The end of a call, as in `main()`, is not that of a parenthesis around it.
  const closes = code.endsWith('(') && after.startsWith(')') ? 1 : 0;
  return { before, code: code + after.slice(0, closes), after: after.slice(closes) };
}
