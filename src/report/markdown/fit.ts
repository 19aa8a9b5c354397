/** How long the values of a part may be, in UTF-16 units: the levels to try, from the best to the least. */
const levels = [8_000, 4_000, 2_000, 1_000, 500, 250, 100];

/** Parts that fit into a room. */
export interface Fitted {
  readonly parts: readonly string[];
  /** Their size in UTF-8, with a newline after each. */
  readonly bytes: number;
}

/**
 * All parts at the best level at which they all fit; if none does, as many as fit at the lowest.
 * @param room in bytes of UTF-8
 * @param render the part of an item whose values may be `longestValue` UTF-16 units long
 */
export function fitAll<Item>(
  items: readonly Item[],
  room: number,
  render: (item: Item, longestValue: number) => string,
): Fitted {
  let fitted: Fitted = { parts: [], bytes: 0 };
  for (const level of levels) {
    fitted = asManyAsFit(items, room, (item) => render(item, level));
    if (fitted.parts.length === items.length) break;
  }
  return fitted;
}

/** The first parts, as many as fit. */
export function asManyAsFit<Item>(items: readonly Item[], room: number, render: (item: Item) => string): Fitted {
  const parts: string[] = [];
  let bytes = 0;
  for (const item of items) {
    const part = render(item);
    const size = Buffer.byteLength(part) + 1;
    if (bytes + size > room) break;
    parts.push(part);
    bytes += size;
  }
  return { parts, bytes };
}
