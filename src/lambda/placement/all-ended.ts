/**
 * Waits for all of the work, also where some of it fails: what it wrote can be removed then.
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
