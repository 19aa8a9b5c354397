// What the tests leave in the temporary folder stays in one of their own, which is removed at their end. What they import as
// @jest/globals is placed beside them. Certificates of the machine are for what they install: test/install-environment.ts. Python keeps
// what it has compiled, also where a machine says otherwise: each start of moto would compile it all anew.
import { cpSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { globalsModule } from './globals-module.cjs';

export default function setUp(_globalConfig, { rootDir }) {
  cpSync(join(import.meta.dirname, 'globals'), dirname(globalsModule(rootDir)), { recursive: true });
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'invoke-local-tests-')));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  process.env.INVOKE_LOCAL_TESTS_FOLDER = folder;
  delete process.env.PYTHONDONTWRITEBYTECODE;
  const { NODE_EXTRA_CA_CERTS: certificates } = process.env;
  if (certificates === undefined) return;
  process.env.INVOKE_LOCAL_TEST_CERTIFICATES = certificates;
  delete process.env.NODE_EXTRA_CA_CERTS;
}
