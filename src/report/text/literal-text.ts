import { cutMiddle, type Ends, type Excerpt, endsOf, withoutMiddle } from './cut-middle.js';

/** What makes a text fit to be seen: without secrets, and with nothing in it that would not be seen as itself. */
export interface Literal {
  (text: string): string;
  /**
   * The same of a text of any length, cut as {@link cutMiddle} cuts it. Of what is much too long no more is looked at than is
   * shown: only secrets are taken out of the whole, of which a cut could leave a part.
   */
  excerpt(text: string, limit: number, whole?: string): Excerpt;
}

/** How much more of a text than is shown is made fit to be seen: it may become shorter by that. */
const reserve = 4;

const esc = String.fromCharCode(0x1b);
const bell = String.fromCharCode(0x07);
/** The escapes of terminals: CSI with its parameters, OSC and the like with their text, and the short ones. */
const terminalEscape = new RegExp(
  `(?:${esc}\\[|\u009b)[0-?]*[ -/]*[@-~]|${esc}[\\]PX^_][^${bell}${esc}\n]*(?:${bell}|${esc}\\\\)?|${esc}[ -/]*[0-Z\\\\^-~]`,
  'g',
);
/** What a page can't show: all controls but the tab and the line feed. */
const control = /(?![\t\n])\p{Cc}/gu;
/** What changes how the text around it is read, or is not seen at all: controls of direction, blanks without width, tags. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * How text is made fit to be seen. Escapes of terminals vanish, control characters become their pictures (`␀`), those
 * that are invisible their names (`⟨U+202E⟩`), and halves of characters U+FFFD.
 * @param redact takes the secrets out of a text
 */
export function literalWith(redact: (text: string) => string): Literal {
  // A secret may be spelt with what is taken out of the text, so it is looked for before and after.
  const shown = (redacted: string): string =>
    redact(redacted.replaceAll(terminalEscape, ''))
      .replaceAll('\r\n', '\n')
      .replaceAll(control, (character) => pictureOf(character))
      .replaceAll(invisible, (character) => nameOf(character))
      .replaceAll(/\p{Surrogate}/gu, '\ufffd');
  return Object.assign((text: string) => shown(redact(text)), {
    excerpt(text: string, limit: number, whole?: string): Excerpt {
      const redacted = redact(text);
      if (redacted.length <= 2 * reserve * limit) return cutMiddle(shown(redacted), limit, whole);
      const { head, tail, missing }: Ends = endsOf(redacted, reserve * limit);
      return withoutMiddle({ head: shown(head), tail: shown(tail), missing }, limit, whole);
    },
  });
}

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : nameOf(control);
}

function nameOf(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
