/**
 * Waits until every promise has settled, even if one fails early: only then can what they wrote be removed.
 * @throws the first failure
 */
export async function allEnded<Result>(work: readonly Promise<Result>[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const end of await Promise.allSettled(work)) {
    if (end.status === 'rejected') throw end.reason;
    results.push(end.value);
  }
  return results;
}
