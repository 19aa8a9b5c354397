import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let root: string | undefined;

/** A new folder, which goes with this process. */
export function temporaryFolder(name: string): Promise<string> {
  root ??= createRoot();
  return mkdtemp(join(root, `${name}-`));
}

function createRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'invoke-local-windows-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
  return folder;
}
