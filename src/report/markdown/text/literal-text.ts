/** What makes a text fit to be seen: without secrets, and with nothing in it that would not be seen as itself. */
export type Literal = (text: string) => string;

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
  return (text) =>
    // A secret may be spelt with what is taken out of the text, so it is looked for before and after.
    redact(redact(text).replaceAll(terminalEscape, ''))
      .replaceAll('\r\n', '\n')
      .replaceAll(control, (character) => pictureOf(character))
      .replaceAll(invisible, (character) => nameOf(character))
      .replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : nameOf(control);
}

function nameOf(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
