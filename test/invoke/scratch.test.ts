import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entry, nodeRuntime } from '../cli/command.js';
import { roomMakers } from '../lambda/containment/users.js';
import { writeZip } from '../write-zip.js';

const makers = roomMakers();
const body = `const before = fs.readdirSync('/tmp').sort();
  if (event.size !== undefined) fs.writeFileSync('/tmp/large', Buffer.alloc(event.size * 2 ** 20));
  if (event.kept !== undefined) fs.writeFileSync('/tmp/kept', '');
  if (event.empties) for (const name of before) fs.rmSync('/tmp/' + name, { recursive: true });
  return event.measures ? fs.statfsSync('/tmp') : before;`;
const handler = `const fs = require('node:fs');\nexports.handler = async (event) => {\n  ${body}\n};\n`;
const files: Readonly<Record<string, string>> = {
  'serverless.yml': `service: scratch
provider: { name: aws, runtime: ${nodeRuntime}, timeout: 30 }
layers: { own: { path: layer }, other: { package: { artifact: layer.zip } } }
functions:
  folder: { handler: app.handler }
  large: { handler: app.handler, ephemeralStorageSize: 600 }
  artifact: { handler: app.handler, package: { artifact: code.zip } }
  layered: { handler: app.handler, layers: [{ Ref: OwnLambdaLayer }, { Ref: OtherLambdaLayer }] }
  typed: { handler: typed.handler }
`,
  'app.js': handler,
  'typed.ts': `import fs from 'node:fs';\nexport const handler = async (event: any) => {\n  ${body}\n};\n`,
  'layer/file': '',
  'warm.yml': `defaults: { function: folder }
cases:
  - { name: one, data: { kept: true }, expect: { output: [] } }
  - { name: two, data: {}, expect: { output: [kept] } }
  - { name: three, data: { empties: true }, expect: { output: [kept] } }
  - { name: four, data: {}, expect: { output: [] } }
`,
};
let folder = '';

beforeAll(async () => {
  // Beside the machine's /tmp: what a function is shown of that would be in its own.
  folder = mkdtempSync('/var/tmp/invoke-local-scratch-');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  await writeZip(join(folder, 'code.zip'), [{ name: 'app.js', content: handler }]);
  await writeZip(join(folder, 'layer.zip'), [{ name: 'other', content: '' }]);
  for (const path of ['', 'layer']) chmodSync(join(folder, path), 0o755);
});

afterAll(() => {
  for (const maker of makers) maker[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

if (makers.length === 0) test.skip('containment needs Linux', () => {});
else
  describe.each(makers.map((maker) => [maker.title, maker] as const))('in a room that %s makes, /tmp', (_, maker) => {
    const run = (...more: string[]) => {
      const [command = '', ...args] = [...maker.prefix, process.execPath, entry, ...more, '--isolate', 'true'];
      const env = { PATH: process.env['PATH'] ?? '', HOME: '/nowhere' };
      return spawnSync(command, args, { encoding: 'utf8', cwd: folder, env });
    };
    const invoke = (name: string, event: unknown, ...more: string[]) =>
      run('-f', name, '-d', JSON.stringify(event), '-q', ...more);

    test.each([
      ['from a folder', 'folder'],
      ['from an archive', 'artifact'],
      ['with layers', 'layered'],
      ['in TypeScript', 'typed'],
      ['of its package alone', 'folder', '--package', 'enforce'],
    ])('is empty, for code %s', (_what, name, ...more) => {
      const { stdout, stderr } = invoke(name, { empties: true }, ...more);
      expect({ stderr, stdout: stdout.trim() }).toMatchObject({ stdout: '[]' });
    });

    test('is kept while the environment is warm', () => {
      expect(run('test', 'warm.yml')).toMatchObject({
        status: 0,
        stderr: expect.stringContaining('4 cases: 4 passed'),
      });
    });

    test.each([
      ['folder', 512],
      ['large', 600],
    ])('of %s holds %i MB', (name, mebibytes) => {
      const { blocks, bsize } = JSON.parse(invoke(name, { measures: true }).stdout);
      expect((blocks * bsize) / 2 ** 20).toBe(mebibytes);
    });
  });

(makers.length === 0 ? test.skip : test)(
  'what is more than /tmp holds fails as in Lambda, and a hint says what to set',
  () => {
    const args = [entry, '-f', 'folder', '-d', '{"size":520}', '-q', '--isolate', 'true'];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder });
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringContaining('ENOSPC') });
    expect(stderr).toContain('ephemeralStorageSize');
  },
);
