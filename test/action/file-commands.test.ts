import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { snapshotFileCommands } from '../../src/action/file-commands.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

interface Files {
  readonly folder: string;
  readonly output: string;
  readonly env: string;
}

/** What a hostile handler does: puts something else in a file's place. */
function replace(path: string, make: () => void): void {
  rmSync(path, { recursive: true });
  make();
}

function restoredAfter(tamper: (files: Files) => void): Files & { readonly findings: readonly Diagnostic[] } {
  const folder = join(mkdtempSync(join(tmpdir(), 'commands-')), '_runner_file_commands');
  mkdirSync(folder);
  const files = { folder, output: join(folder, 'output'), env: join(folder, 'env') };
  writeFileSync(files.output, 'earlier=1\n');
  writeFileSync(files.env, '');
  const snapshot = snapshotFileCommands({
    GITHUB_OUTPUT: files.output,
    GITHUB_ENV: files.env,
    GITHUB_STATE: join(folder, 'none'),
  });
  tamper(files);
  const findings: Diagnostic[] = [];
  snapshot.restore((finding) => findings.push(finding));
  return { ...files, findings };
}

test('files that nobody touched are left as they are, without a word', () => {
  const { output, findings } = restoredAfter(() => {});
  expect(readFileSync(output, 'utf8')).toBe('earlier=1\n');
  expect(findings).toEqual([]);
});

describe('what the handler did to the files is undone, with a warning', () => {
  test.each<[string, (files: Files) => void]>([
    ['appended', ({ output }) => writeFileSync(output, 'x=1\n', { flag: 'a' })],
    ['written over, with as many bytes', ({ output }) => writeFileSync(output, 'earlier=2\n')],
    ['removed', ({ output }) => rmSync(output)],
    ['made a folder', ({ output }) => replace(output, () => mkdirSync(join(output, 'x'), { recursive: true }))],
    ['made a link', ({ output, env }) => replace(output, () => symlinkSync(env, output))],
    [
      'made a link to nothing',
      ({ output, folder }) => replace(output, () => symlinkSync(join(folder, 'nothing'), output)),
    ],
    ['made huge', ({ output }) => truncateSync(output, 2 ** 40)],
    ['made unreadable', ({ output }) => replace(output, () => writeFileSync(output, 'earlier=2\n', { mode: 0 }))],
  ])('%s', (_, tamper) => {
    const { output, findings } = restoredAfter(tamper);
    expect(statSync(output).isFile()).toBe(true);
    expect(readFileSync(output, 'utf8')).toBe('earlier=1\n');
    expect(findings).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: "The handler changed the runner's files GITHUB_OUTPUT. What it wrote was removed.",
      }),
    ]);
  });

  test('all of them removed with their folder', () => {
    const { output, env, findings } = restoredAfter(({ folder }) => rmSync(folder, { recursive: true }));
    expect([readFileSync(output, 'utf8'), readFileSync(env, 'utf8')]).toEqual(['earlier=1\n', '']);
    expect(findings[0]?.message).toContain('GITHUB_OUTPUT, GITHUB_ENV');
  });

  test('their folder replaced by a file: an error, for nothing can be written there', () => {
    const { findings } = restoredAfter(({ folder }) => replace(folder, () => writeFileSync(folder, '')));
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });
});
