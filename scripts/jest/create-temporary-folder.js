// What the tests leave in the temporary folder stays in one of their own, which is removed at their end.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function createTemporaryFolder() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'invoke-local-tests-')));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  process.env.INVOKE_LOCAL_TESTS_FOLDER = folder;
}
