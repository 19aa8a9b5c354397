/**
 * The seed of what tests try by chance, from 0 to 2³¹ - 1. `INVOKE_LOCAL_TEST_SEED` repeats a run. `.ci/run` takes it from the files of
 * the commit: judged twice, a commit gets the same verdict, and another commit tries something else.
 */
export const seedOfChance = Number(process.env['INVOKE_LOCAL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
