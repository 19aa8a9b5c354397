import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is ended before the folders go, so that nothing is written into them any more. */
const running = new Set<() => void>();

let root: string | undefined;

/** A new folder that goes with this process, however it ends but by SIGKILL. */
export function temporaryFolder(): string {
  root ??= createRoot();
  return mkdtempSync(join(root, 'bench-'));
}

/** Has a program ended where this process is. @returns what to call once the program has ended by itself */
export function endsWithBench(end: () => void): () => void {
  running.add(end);
  return () => running.delete(end);
}

/** Everything that runs here has its temporary folders in this one: those of the programs that are measured, too. */
function createRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'invoke-local-bench-'));
  process.env['TMPDIR'] = folder;
  process.on('exit', () => {
    for (const end of running) end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => process.exit(code));
  }
  return folder;
}
