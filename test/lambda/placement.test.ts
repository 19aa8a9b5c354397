import { existsSync, readdirSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import { ownTemporary } from '../../src/host/own-temporary.js';
import type { FunctionCode, PackedCode } from '../../src/lambda/function/lambda-function.js';
import { placeFunction } from '../../src/lambda/placement/place-function.js';
import { writeZip, type ZipEntry } from '../write-zip.js';
import { lambdaFunction } from './lambda-function.js';

const posix = process.platform === 'win32' ? test.skip : test;
const { signal } = new AbortController();
let folder = '';
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'invoke local placement '));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  made += 1;
  const root = join(folder, String(made));
  await mkdir(root);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  return root;
}

async function zipOf(entries: readonly ZipEntry[]): Promise<string> {
  made += 1;
  const file = join(folder, `${made}.zip`);
  await writeZip(file, entries);
  return file;
}

function functionOf(code: FunctionCode, layers: readonly PackedCode[] = []) {
  return lambdaFunction({ code, layers: layers.map((content, index) => ({ name: `l${index}`, code: content })) });
}

const here = (path: string): PackedCode => ({ kind: 'folder', folder: path });
const packed = (file: string): PackedCode => ({ kind: 'zip', file });

async function failureOf(work: Promise<unknown>): Promise<Diagnostic> {
  const error = await work.catch((reason: unknown) => reason);
  if (error instanceof UserError) return error.diagnostic;
  throw new Error('it did not fail as it should', { cause: error });
}

/** The folders that placing functions has made and not removed. */
function leftOver(): string[] {
  return readdirSync(ownTemporary()).filter((name) => name.startsWith(`invoke-local-function-${process.pid}-`));
}

describe('code', () => {
  test('in a folder stays where it is', async () => {
    await using placed = await placeFunction(functionOf(here('/srv/app')), signal);
    expect(placed.taskRoot).toBe('/srv/app');
    expect(placed.layerRoot).toBeUndefined();
    expect(leftOver()).toEqual([]);
  });

  test('of an archive is unpacked, with folders that it does not name, and is removed at the end', async () => {
    const file = await zipOf([
      { name: 'index.js', content: 'x'.repeat(100_000) },
      { name: 'a/b/c.txt', content: 'deep', isStored: true },
      { name: 'empty/' },
      { name: 'é/ü.txt', content: 'ü' },
      { name: 'windows\\path.txt', content: 'w' },
      { name: 'twice.txt', content: 'first' },
      { name: 'twice.txt', content: 'last' },
    ]);
    let taskRoot: string;
    {
      await using placed = await placeFunction(functionOf(packed(file)), signal);
      taskRoot = placed.taskRoot;
      const read = (name: string): Promise<string> => readFile(join(placed.taskRoot, name), 'utf8');
      expect(await read('index.js')).toHaveLength(100_000);
      expect(await read('a/b/c.txt')).toBe('deep');
      expect((await stat(join(taskRoot, 'empty'))).isDirectory()).toBe(true);
      expect(await read('é/ü.txt')).toBe('ü');
      expect(await read('windows/path.txt')).toBe('w');
      expect(await read('twice.txt')).toBe('last');
    }
    expect(existsSync(taskRoot)).toBe(false);
    expect(leftOver()).toEqual([]);
  });

  posix('of an archive keeps its modes and its links', async () => {
    const file = await zipOf([
      { name: 'bin/tool', content: '#!/bin/sh\n', mode: 0o100755 },
      { name: 'plain', content: '', mode: 0o100600 },
      { name: 'no-mode', content: '' },
      { name: 'locked/', mode: 0o040555 },
      { name: 'locked/file', content: 'in', mode: 0o100444 },
      { name: 'lib/current', content: '../bin', mode: 0o120777 },
    ]);
    await using placed = await placeFunction(functionOf(packed(file)), signal);
    const modeOf = async (name: string): Promise<number> => (await stat(join(placed.taskRoot, name))).mode & 0o777;
    expect(await modeOf('bin/tool')).toBe(0o755);
    expect(await modeOf('plain')).toBe(0o600);
    expect(await modeOf('no-mode')).toBe(0o644);
    expect(await modeOf('locked/file')).toBe(0o444);
    expect(await readlink(join(placed.taskRoot, 'lib/current'))).toBe('../bin');
    expect(existsSync(join(placed.taskRoot, 'lib/current/tool'))).toBe(true);
  });

  const MiB = 1024 * 1024;
  test.each<[string, readonly ZipEntry[], RegExp]>([
    ['a file above it', [{ name: '../evil', content: 'x' }], /contains \.\.\/evil, which is outside of it/],
    ['a file above it by a detour', [{ name: 'a/../../evil', content: 'x' }], /which is outside of it/],
    ['an absolute path', [{ name: '/etc/evil', content: 'x' }], /contains \/etc\/evil, which is outside of it/],
    ['a drive of Windows', [{ name: 'C:\\evil', content: 'x' }], /which is outside of it/],
    [
      'a link out of it',
      [{ name: 'a', content: '../..', mode: 0o120777 }],
      /the link a, which leads out of it, to \.\.\/\.\./,
    ],
    ['an absolute link', [{ name: 'a/b', content: '/etc', mode: 0o120777 }], /the link a\/b, which leads out of it/],
    [
      'a file below a link',
      [
        { name: 'a', content: 'b', mode: 0o120777 },
        { name: 'a/x', content: 'x' },
      ],
      /holds a\/x, which lies below a link/,
    ],
    [
      'a file below a file',
      [
        { name: 'a', content: 'b' },
        { name: 'a/x', content: 'x' },
      ],
      /holds a\/x, which lies below a file/,
    ],
    ['a device', [{ name: 'a', mode: 0o020666 }], /holds a, which is no file, folder or link/],
    ['an encrypted file', [{ name: 'a', content: 'x', flags: 1 }], /is encrypted \(a\)/],
    [
      'more than Lambda takes',
      [
        { name: 'a', size: 200 * MiB },
        { name: 'b', size: 51 * MiB },
      ],
      /holds more than 262144000 bytes unpacked, which is Lambda's limit/,
    ],
    ['more than it claims', [{ name: 'a', content: Buffer.alloc(MiB), size: 10 }], /can't be unpacked: too many bytes/],
    ['less than it claims', [{ name: 'a', content: 'x', size: 10 }], /can't be unpacked/],
  ])('of an archive that holds %s is refused, and nothing is left', async (_, entries, message) => {
    const failure = await failureOf(placeFunction(functionOf(packed(await zipOf(entries))), signal));
    expect(failure.message).toMatch(message);
    expect(failure.message).toMatch(/^The artifact, .*\.zip,/);
    expect(failure.location).toEqual({ file: '/srv/app/serverless.yml', line: 7, column: 5 });
    expect(existsSync(join(folder, '..', 'evil'))).toBe(false);
    expect(leftOver()).toEqual([]);
  });

  test('of a damaged archive is refused', async () => {
    const entries = [{ name: 'a.txt', content: 'what was packed', isStored: true, crc: 1 }];
    const failure = await failureOf(placeFunction(functionOf(packed(await zipOf(entries))), signal));
    expect(failure.message).toMatch(/is damaged: a\.txt is not what was packed\.$/);
  });

  test.each(['', 'no zip at all', 'PK\u0003\u0004'])(
    'of a file that is no archive (%j) is refused',
    async (content) => {
      const root = await folderOf({ 'x.zip': content });
      const failure = await failureOf(placeFunction(functionOf(packed(join(root, 'x.zip'))), signal));
      expect(failure.code).toBe('artifact-unreadable');
      expect(failure.hint).toBe('An artifact is a zip file. Build it anew.');
    },
  );

  test('is not unpacked once the run is over, and nothing is left', async () => {
    const file = await zipOf([{ name: 'a', content: 'x' }]);
    const reason = new Error('over');
    const placing = placeFunction(functionOf(packed(file)), AbortSignal.abort(reason));
    await expect(placing).rejects.toBe(reason);
    expect(leftOver()).toEqual([]);
  });
});

describe('layers', () => {
  test('are merged in their order, an archive among them', async () => {
    const one = await folderOf({ 'nodejs/a.js': 'one', 'nodejs/b.js': 'one', 'python/p.py': 'one', same: 'a file' });
    const two = await zipOf([
      { name: 'nodejs/b.js', content: 'two' },
      { name: 'same/now', content: 'a folder' },
    ]);
    const three = await folderOf({ 'python/p.py': 'three' });
    const fn = functionOf(here('/srv/app'), [here(one), packed(two), here(three)]);
    await using placed = await placeFunction(fn, signal);
    const read = (name: string): Promise<string> => readFile(join(placed.layerRoot ?? '', name), 'utf8');
    expect(await Promise.all(['nodejs/a.js', 'nodejs/b.js', 'python/p.py', 'same/now'].map(read))).toEqual([
      'one',
      'two',
      'three',
      'a folder',
    ]);
    expect(placed.taskRoot).toBe('/srv/app');
    expect(await readFile(join(one, 'nodejs/b.js'), 'utf8')).toBe('one');
  });

  test('that are written to leave the project as it is', async () => {
    const source = await folderOf({ 'data.txt': 'before', 'sub/x.txt': 'before' });
    const outside = await folderOf({ 'o.txt': 'before' });
    await symlink(join(outside, 'o.txt'), join(source, 'linked.txt'));
    await symlink(outside, join(source, 'linked'));
    await using placed = await placeFunction(functionOf(here('/srv/app'), [here(source)]), signal);
    const root = placed.layerRoot ?? '';
    for (const name of ['data.txt', 'sub/x.txt', 'linked.txt', 'linked/o.txt']) {
      await writeFile(join(root, name), 'after');
    }
    expect(await readFile(join(source, 'data.txt'), 'utf8')).toBe('before');
    expect(await readFile(join(source, 'sub/x.txt'), 'utf8')).toBe('before');
    expect(await readFile(join(outside, 'o.txt'), 'utf8')).toBe('before');
  });

  posix('keep the modes of files, links inside of them, and leave out links that lead nowhere', async () => {
    const source = await folderOf({ 'bin/tool': 'x', 'nodejs/node_modules/dep/cli.js': 'x' });
    await chmod(join(source, 'bin/tool'), 0o755);
    await symlink('../nodejs/node_modules/dep/cli.js', join(source, 'bin/cli'));
    await symlink(join(source, 'bin/tool'), join(source, 'absolute'));
    await symlink('/nowhere/at/all', join(source, 'dangling'));
    await using placed = await placeFunction(functionOf(here('/srv/app'), [here(source)]), signal);
    const root = placed.layerRoot ?? '';
    expect((await stat(join(root, 'bin/tool'))).mode & 0o777).toBe(0o755);
    expect(await readlink(join(root, 'bin/cli'))).toBe('../nodejs/node_modules/dep/cli.js');
    expect(await readlink(join(root, 'absolute'))).toBe('bin/tool');
    await expect(lstat(join(root, 'dangling'))).rejects.toThrow('ENOENT');
  });

  posix('replace links of layers below them, and never write through them', async () => {
    const one = await folderOf({ 'real/a.txt': 'one' });
    await symlink('real', join(one, 'alias'));
    await symlink('real/a.txt', join(one, 'file'));
    const two = await folderOf({ 'alias/b.txt': 'two', file: 'two' });
    await using placed = await placeFunction(functionOf(here('/srv/app'), [here(one), here(two)]), signal);
    const root = placed.layerRoot ?? '';
    expect(await readFile(join(root, 'alias/b.txt'), 'utf8')).toBe('two');
    expect(readdirSync(join(root, 'real'))).toEqual(['a.txt']);
    expect(await readFile(join(root, 'real/a.txt'), 'utf8')).toBe('one');
  });

  (process.getuid?.() === 0 ? test.skip : posix)('that can not be read are an error', async () => {
    const source = await folderOf({ 'secret.txt': 'x' });
    await chmod(join(source, 'secret.txt'), 0);
    const failure = await failureOf(placeFunction(functionOf(here('/srv/app'), [here(source)]), signal));
    expect(failure.message).toMatch(/^The layer l0 can't be copied: .*secret\.txt: EACCES\.$/);
    expect(leftOver()).toEqual([]);
  });

  test('of a broken archive are an error that names the layer', async () => {
    const root = await folderOf({ 'x.zip': 'none' });
    const failure = await failureOf(placeFunction(functionOf(here('/srv/app'), [packed(join(root, 'x.zip'))]), signal));
    expect(failure.message).toMatch(/^The artifact of the layer l0, .*x\.zip, can't be unpacked/);
    expect(leftOver()).toEqual([]);
  });
});
