import { rmSync } from 'node:fs';

export default function tearDown() {
  const folder = process.env.INVOKE_LOCAL_TESTS_FOLDER;
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
