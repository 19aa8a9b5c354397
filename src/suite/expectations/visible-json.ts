/**
 * Characters that are not visible as themselves on a line, or end one: controls, line separators, direction marks,
 * zero-width blanks, tags, unpaired surrogates.
 */
const unseen =
  /[\p{Cc}\p{Surrogate}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A scalar as JSON on one line, with every character visible. */
export function visibleJson(value: string | number | boolean | null): string {
  return escaped(JSON.stringify(value));
}

/** A text on one line, with every character visible. */
export function visibleLine(text: string): string {
  return escaped(text.replaceAll(/\s+/g, ' ').trim());
}

function escaped(text: string): string {
  return text.replaceAll(unseen, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
