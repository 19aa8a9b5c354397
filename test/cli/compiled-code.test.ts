import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { distFolder } from '../paths.js';
import { entry, run } from './command.js';

const isBundled = entry.startsWith(distFolder);

(isBundled ? test : test.skip)(
  'what V8 has compiled is kept for the next run, which answers the same; NODE_DISABLE_COMPILE_CACHE turns that off',
  async () => {
    const cache = await mkdtemp(join(tmpdir(), 'compiled-code-'));
    const places = { XDG_CACHE_HOME: cache, HOME: cache, LOCALAPPDATA: cache };
    const say = (further: Readonly<Record<string, string>> = {}) =>
      run(['-f', 'echo', '-d', '{"name":"Ada"}', '-q'], { env: { ...places, ...further } });
    const kept = async () => (await readdir(cache, { recursive: true })).filter((name) => name.endsWith('.js')).sort();
    const without = await say({ NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(await kept()).toEqual([]);
    const first = await say();
    const parts = await kept();
    expect(parts.some((name) => name.endsWith('engine.js'))).toBe(true);
    const second = await say();
    expect(await kept()).toEqual(parts);
    const texts = [without, first, second].map(({ code, stdout, stderr }) => [code, String(stdout), String(stderr)]);
    expect(texts).toEqual([texts[0], texts[0], texts[0]]);
    expect(texts[0]?.[0]).toBe(0);
  },
);
