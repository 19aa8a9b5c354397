import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { describe, expect, test } from '@jest/globals';
import { PartLoader } from '../../src/parts/part-loader.js';
import { partOf } from '../../src/parts/part-source.js';

/** Parts of a bundle, and a cache folder that nothing else uses. */
async function bundleOf(parts: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'parts-'));
  const cache = join(folder, 'cache');
  const write = async (changed: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, source] of Object.entries(changed)) await writeFile(join(folder, name), partOf(source));
  };
  await write(parts);
  const environment = { XDG_CACHE_HOME: cache, HOME: cache, LOCALAPPDATA: cache };
  const kept = async (): Promise<string[]> =>
    existsSync(cache) ? (await readdir(cache, { recursive: true })).filter((name) => name.endsWith('.js')) : [];
  const loader = (build = 'one', further: Readonly<Record<string, string>> = {}): PartLoader =>
    new PartLoader({
      folder,
      build,
      builtIn: createRequire(import.meta.url),
      importModule: async (url) => url,
      environment: { ...environment, ...further },
    });
  return { folder, cache, write, kept, loader };
}

/** What the function `value` of a part gives. */
const given = (loader: PartLoader): unknown => (loader.load('start.js')['value'] as () => unknown)();

test('a part gets what a CommonJS module gets, and loads others and what Node.js has', async () => {
  const { folder, loader } = await bundleOf({
    'start.js': `const path = require('node:path'); const again = require('./other.js');
      exports.value = () => [require('./other.js') === again, again.name, path.basename(__filename), __dirname];
      exports.late = () => importModule('file:///late.js');`,
    'other.js': 'module.exports = { name: "other" };',
  });
  const started = loader();
  expect(given(started)).toEqual([true, 'other', 'start.js', folder]);
  expect(started.load('start.js')).toBe(started.load('start.js'));
  expect(await (started.load('start.js')['late'] as () => unknown)()).toBe('file:///late.js');
});

test('an error in a part has its place there', async () => {
  const { folder, loader } = await bundleOf({ 'start.js': 'exports.value = () => { throw new Error("broken"); };' });
  expect(() => given(loader())).toThrow('broken');
  try {
    given(loader());
  } catch (error) {
    expect((error as Error).stack).toContain(`${join(folder, 'start.js')}:1:31`);
  }
});

describe('compiled code', () => {
  test('is kept after a run, and taken by the next one of the same build', async () => {
    const { write, kept, loader } = await bundleOf({ 'start.js': 'exports.value = () => 1;' });
    const first = loader();
    expect(given(first)).toBe(1);
    first.keep();
    expect(await kept()).toHaveLength(1);
    // V8 compares only the lengths of the sources.
    await write({ 'start.js': 'exports.value = () => 2;' });
    expect(given(loader())).toBe(1);
    expect(given(loader('two'))).toBe(2);
  });

  test('is kept anew once a part is loaded that was not before', async () => {
    const { cache, kept, loader } = await bundleOf({
      'start.js': 'exports.value = () => require("./other.js").name;',
      'other.js': 'exports.name = "other";',
    });
    const first = loader();
    first.load('start.js');
    first.keep();
    const [start = ''] = await kept();
    const second = loader();
    given(second);
    const before = await readFile(join(cache, start));
    second.keep();
    expect(await kept()).toHaveLength(2);
    expect((await readFile(join(cache, start))).length).toBeGreaterThan(before.length);
    const third = loader();
    given(third);
    await writeFile(join(cache, start), 'not code');
    third.keep();
    expect(await readFile(join(cache, start), 'utf8')).toBe('not code');
  });

  test('is not kept by a run that changes flags of V8, since no other run could take it', async () => {
    const { kept, loader } = await bundleOf({
      'start.js': 'exports.value = () => 1;',
      'late.js': 'exports.name = "late";',
    });
    const changing = loader();
    expect(given(changing)).toBe(1);
    setFlagsFromString('--optimize-for-size');
    try {
      changing.load('late.js');
      changing.keep();
    } finally {
      setFlagsFromString('--no-optimize-for-size');
    }
    expect(await kept()).toEqual([]);
    const plain = loader();
    given(plain);
    plain.keep();
    expect(await kept()).toHaveLength(1);
  });

  test('that is none is no hindrance', async () => {
    const { cache, kept, loader } = await bundleOf({ 'start.js': 'exports.value = () => 1;' });
    const first = loader();
    first.load('start.js');
    first.keep();
    const [name = ''] = await kept();
    for (const content of ['', 'not code', Buffer.alloc(5000, 7)]) {
      await writeFile(join(cache, name), content);
      expect(given(loader())).toBe(1);
    }
  });

  test.each([
    ['NODE_DISABLE_COMPILE_CACHE', '1'],
    ['NODE_V8_COVERAGE', 'coverage'],
  ])('is neither kept nor taken with %s', async (name, value) => {
    const { kept, loader } = await bundleOf({ 'start.js': 'exports.value = () => 1;' });
    const started = loader('one', { [name]: value });
    expect(given(started)).toBe(1);
    started.keep();
    expect(await kept()).toEqual([]);
  });

  test('is not kept where there can be no folder, and nothing fails', async () => {
    const { cache, loader } = await bundleOf({ 'start.js': 'exports.value = () => 1;' });
    await writeFile(cache, 'a file');
    const started = loader();
    expect(given(started)).toBe(1);
    started.keep();
    expect(await readFile(cache, 'utf8')).toBe('a file');
  });

  test('of a build that no run has used for long is removed', async () => {
    const { cache, kept, loader } = await bundleOf({ 'start.js': 'exports.value = () => 1;' });
    const old = loader('old');
    old.load('start.js');
    old.keep();
    const [path = ''] = await kept();
    const folder = join(cache, path, '..');
    const longAgo = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000);
    await utimes(folder, longAgo, longAgo);
    await mkdir(join(folder, '..', 'young'));
    const young = loader('young');
    young.load('start.js');
    young.keep();
    expect(await kept()).toHaveLength(1);
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(join(folder, '..', 'young'))).toBe(true);
  });
});
