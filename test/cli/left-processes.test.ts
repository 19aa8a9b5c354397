import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { fixture } from '../paths.js';
import { asRoot } from '../process/as-root.js';
import { entry } from './command.js';

const root = asRoot();
if ('unavailable' in root) console.warn(`A handler that can't be ended is not tried: ${root.unavailable}.`);

('unavailable' in root ? test.skip : test).each([
  ['answers', 0, /^"answered"\n$/],
  ['hangs', 1, /"Sandbox\.Timedout"/],
])('a function that %s, and that this user may not end, keeps nobody waiting', async (name, exitCode, answer) => {
  const ready = join(mkdtempSync(join(tmpdir(), 'ready-')), 'pid');
  const preload = pathToFileURL(fixture('left-processes', 'become-nobody.mjs')).href;
  const args = ['-w', fixture('left-processes'), '-f', name, '-d', JSON.stringify({ ready }), '--isolate', 'false'];
  const [command = '', ...rest] = [
    ...('unavailable' in root ? [] : root),
    'env',
    `READY=${ready}`,
    process.execPath,
    '--import',
    preload,
    entry,
    ...args,
  ];
  const startedMs = performance.now();
  const { code, stdout, stderr } = await new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(command, rest, { timeout: 55_000 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : error.code, stdout: out, stderr: err }),
    );
  });
  const pid = readFileSync(ready, 'utf8');
  expect({ code, stdout, stderr }).toEqual({
    code: exitCode,
    stdout: expect.stringMatching(answer),
    stderr: expect.stringContaining(
      `warning: A process that the function started could not be ended, and may still be running: ${pid} (node), which runs as root.`,
    ),
  });
  expect(performance.now() - startedMs).toBeLessThan(40_000);
});
