import { codeSpan, oneLine } from './inline.js';

/** A word that means itself: nothing in it is taken for Markdown, HTML, a link or a mention. */
const plainWord = /^["'“‘(]*[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*["'”’)]*[.,;:!?…%]*["'”’)]*$/u;
const punctuation = /^["'“”‘’()]*[.,;:!?…–—-]*["'“”‘’()]*$/;
/** What GitHub makes a link of, though it looks like a word: hashes of commits, `GH-12` and the like, addresses. */
const reference = /^\W*(?:[0-9a-f]{7,}|[a-z]+-\d+|www\..*)\W*$/i;

/** The longest sentence that is shown, in UTF-16 units. */
const longestProse = 2_000;

/**
 * A message of ours as a line of Markdown. What it quotes (`like this`) is code, and so is every word in it that could be
 * anything but a word: messages have names, paths and texts in them that are not ours.
 * @param text fit to be seen. Has to follow something else on its line, so that nothing in it begins a block.
 */
export function prose(text: string): string {
  return oneLine(text, longestProse)
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part, longestProse) : words(part)))
    .join('');
}

function words(text: string): string {
  // Risky words with blanks between them are one piece of code.
  return text.replaceAll(/\S+(?: \S+)*/g, (run) => {
    const pieces: { code: boolean; text: string }[] = [];
    for (const word of run.split(' ')) {
      const code = !isPlain(word);
      const last = pieces.at(-1);
      if (last !== undefined && last.code === code) last.text += ` ${word}`;
      else pieces.push({ code, text: word });
    }
    return pieces.map(({ code, text: piece }) => (code ? codeSpan(piece, longestProse) : piece)).join(' ');
  });
}

function isPlain(word: string): boolean {
  return (plainWord.test(word) || punctuation.test(word)) && !reference.test(word);
}
