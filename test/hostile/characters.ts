import fc from 'fast-check';

/** Unicode's halves of characters, which are none themselves. */
const firstHalf = 0xd800;
const halves = 0x800;
const last = 0x10ffff;

/**
 * A character of Unicode, each as often as another. It gives what fast-check's own unit `binary` gives, which takes a second of a processor to
 * make a table of a million characters first.
 */
const character: fc.Arbitrary<string> = fc
  .nat({ max: last - halves })
  .map((index) => String.fromCodePoint(index < firstHalf ? index : index + halves), indexOf);

/** @throws Error where it is no character */
function indexOf(text: unknown): number {
  const code = typeof text === 'string' ? (text.codePointAt(0) ?? -1) : -1;
  if (code < 0 || text !== String.fromCodePoint(code) || (code >= firstHalf && code < firstHalf + halves)) {
    throw new Error('It is no character.');
  }
  return code < firstHalf ? code : code - halves;
}

/**
 * Text of any characters.
 * @param maxLength how many of them at most
 */
export function anyCharacters(maxLength?: number): fc.Arbitrary<string> {
  return fc.string({ unit: character, ...(maxLength === undefined ? {} : { maxLength }) });
}
