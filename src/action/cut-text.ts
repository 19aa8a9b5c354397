/** Where there is no room for all: half of the room for the head, half for the tail. */
const HEAD_SHARE = 0.5;

/** Moves a cut that would fall between the two halves of a character outside the basic plane. */
function atCodePoint(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}

/**
 * Text of at most `limit` UTF-16 units: the whole, or its head and its tail with a note of how much is missing between.
 * What matters can be at either end: the message stands at the head of an error, its cause at the tail.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const note = `\n… ${text.length} characters in all, cut here …\n`;
  const room = Math.max(0, limit - note.length);
  const head = atCodePoint(text, Math.floor(room * HEAD_SHARE));
  const tail = text.length - (room - Math.floor(room * HEAD_SHARE));
  const tailStart = atCodePoint(text, tail) === tail ? tail : tail + 1;
  return text.slice(0, head) + note + text.slice(tailStart);
}
