import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, as seen from the emitted tests in `lib/test/`. */
export const repositoryRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The path of a fixture under `test/fixtures/`. */
export function fixture(...names: string[]): string {
  return join(repositoryRoot, 'test', 'fixtures', ...names);
}

/** The folder of the bundles under test: the committed `dist/`, or the one that INVOKE_LOCAL_TEST_DIST names. */
export const distFolder = process.env['INVOKE_LOCAL_TEST_DIST'] || join(repositoryRoot, 'dist');
