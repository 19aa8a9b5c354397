/** The items of two lists without a partner in the other list, by their indexes. */
export interface Pairing {
  readonly unmatched: readonly number[];
  readonly surplus: readonly number[];
}

/**
 * Pairs the items of two lists so that as many as possible have a partner (Kuhn's algorithm: a pair is separated if its item
 * can have another partner).
 */
export function pairUp<Expected, Received>(
  expected: readonly Expected[],
  received: readonly Received[],
  fits: (expected: Expected, received: Received) => boolean,
): Pairing {
  const known = new Map<number, boolean>();
  const partnerOf = new Map<number, number>();

  const agree = (index: number, candidate: number): boolean => {
    const pair = index * received.length + candidate;
    let result = known.get(pair);
    if (result === undefined) {
      result = fits(expected[index] as Expected, received[candidate] as Received);
      known.set(pair, result);
    }
    return result;
  };

  const place = (first: number): boolean => {
    // Without recursion, because a chain of items that change partners may be as long as the list.
    const cameFrom = new Map<number, number>();
    const waiting = [first];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      for (let candidate = 0; candidate < received.length; candidate += 1) {
        if (cameFrom.has(candidate) || !agree(index, candidate)) continue;
        cameFrom.set(candidate, index);
        const holder = partnerOf.get(candidate);
        if (holder === undefined) {
          reassign(candidate, cameFrom);
          return true;
        }
        waiting.push(holder);
      }
    }
    return false;
  };

  /** Gives a free item to the one that needs it, that one's former partner to the one that needs that, and so on. */
  const reassign = (free: number, cameFrom: ReadonlyMap<number, number>): void => {
    const heldBy = new Map([...partnerOf].map(([candidate, holder]) => [holder, candidate]));
    for (let candidate: number | undefined = free; candidate !== undefined; ) {
      const index = cameFrom.get(candidate);
      if (index === undefined) return;
      const before = heldBy.get(index);
      partnerOf.set(candidate, index);
      candidate = before;
    }
  };

  const unmatched = expected.flatMap((_, index) => (place(index) ? [] : [index]));
  return { unmatched, surplus: received.flatMap((_, index) => (partnerOf.has(index) ? [] : [index])) };
}
