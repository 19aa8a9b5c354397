import { cutMiddle, type Ends, type Excerpt, endsOf, withoutMiddle } from './cut-middle.js';

/** Makes a text safe to show: without secrets, and with every character visible as itself. */
export interface Literal {
  (text: string): string;
  /**
   * The same for a text of any length, cut by {@link cutMiddle}. If the text is much too long, only its ends are made
   * visible. Secrets are removed from the whole text first, since a cut could leave a part of one.
   */
  excerpt(text: string, limit: number, whole?: string): Excerpt;
}

/** How many times the shown length is processed at each end of a long text, since the text may become shorter. */
const reserve = 4;

const esc = String.fromCharCode(0x1b);
const bell = String.fromCharCode(0x07);
/** Terminal escapes: CSI with its parameters, OSC and its relatives with their text, and the short ones. */
const terminalEscape = new RegExp(
  `(?:${esc}\\[|\u009b)[0-?]*[ -/]*[@-~]|${esc}[\\]PX^_][^${bell}${esc}\n]*(?:${bell}|${esc}\\\\)?|${esc}[ -/]*[0-Z\\\\^-~]`,
  'g',
);
/**
 * Characters that a page can't show as themselves, looked for in one pass: all controls except the tab and the line feed, unpaired surrogates,
 * invisible characters, and those that change the order of the text around them: direction controls, zero-width blanks, tags.
 */
const unseen =
  /[^\P{Cc}\t\n]|[\p{Surrogate}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * Makes texts safe to show. Terminal escapes vanish, control characters become their pictures (`␀`), invisible characters
 * their names (`⟨U+202E⟩`), and unpaired surrogates U+FFFD.
 * @param redact takes the secrets out of a text
 */
export function literalWith(redact: (text: string) => string): Literal {
  // Removing escapes can reveal a secret that they interrupted, so secrets are removed before and after.
  const shown = (redacted: string): string =>
    redact(redacted.replaceAll(terminalEscape, '')).replaceAll('\r\n', '\n').replaceAll(unseen, seen);
  return Object.assign((text: string) => shown(redact(text)), {
    excerpt(text: string, limit: number, whole?: string): Excerpt {
      const redacted = redact(text);
      if (redacted.length <= 2 * reserve * limit) return cutMiddle(shown(redacted), limit, whole);
      const { head, tail, missing }: Ends = endsOf(redacted, reserve * limit);
      return withoutMiddle({ head: shown(head), tail: shown(tail), missing }, limit, whole);
    },
  });
}

/** What stands for a character that is not seen. */
function seen(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
