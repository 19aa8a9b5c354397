import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ownTemporary } from '../../src/host/own-temporary.js';
import { fixture, repositoryRoot } from '../paths.js';
import { copyOf, run, serviceOf } from './run-service.js';

const handlers = fixture('ts-handlers');
const hello = {
  message: 'Hello, Ada!',
  level: 'High',
  size: 'l',
  settings: 'blue',
  twice: 42,
  folder: 'src',
  file: true,
};

const expected: readonly { readonly what: string; readonly name: string; readonly value: unknown }[] = [
  { what: 'enums, namespaces, JSON, path aliases, baseUrl and extension-less imports', name: 'hello', value: hello },
  {
    what: '.mts as an ES module',
    name: 'module',
    value: { colour: 'blue', shout: 'HEY', folder: 'src' },
  },
  { what: '.cts with "import = require()" and "export ="', name: 'common', value: { name: 'common' } },
  { what: '.tsx', name: 'view', value: { tag: 'p', class: 'greeting', children: ['Ada'] } },
  { what: '.jsx', name: 'page', value: { tag: 'b', children: ['Ada'] } },
  { what: 'JavaScript where it lies beside TypeScript', name: 'sibling', value: 'JavaScript' },
  {
    what: 'ES modules by package.json, with types among the exports and a cycle',
    name: 'esm',
    value: { start: { x: 0 }, away: [{ x: 0 }, { x: 1 }], data: { colour: 'blue' }, folder: 'esm' },
  },
  {
    what: 'decorators with metadata, where the nearest tsconfig.json asks for it',
    name: 'decorated',
    value: { calls: ['method run', 'class Service'], types: ['Store'], result: 'xx' },
  },
];

const ways = [
  { way: "the project's esbuild", folderOf: async () => handlers },
  { way: 'no esbuild in the project', folderOf: () => copyOf(handlers) },
];

describe.each(ways)('with $way', ({ folderOf }) => {
  let folder = '';

  beforeAll(async () => {
    folder = await folderOf();
  });

  test.each(expected)('a handler runs: $what', async ({ name, value }) => {
    const { result, value: response } = await run(folder, name, { event: { name: 'Ada' } });
    expect(result.status).toBe('success');
    expect(response).toEqual(value);
  });

  test('traces, and stacks in the log, name the lines of the TypeScript', async () => {
    const { result, logs } = await run(folder, 'fails', { event: { how: 'badly' } });
    expect(result).toMatchObject({ status: 'error', errorType: 'TypeError', errorMessage: 'failed: badly' });
    const trace = result.status === 'success' ? [] : result.trace;
    expect(trace[1]).toMatch(/fail \(.*kit[\\/]fail\.ts:7:9\)$/);
    expect(trace[2]).toMatch(/handler \(.*src[\\/]fails\.ts:7:\d\)$/);
    expect(logs).toMatch(/only logged\s+at (?:Runtime\.)?handler \(.*fails\.ts:6:17\)/);
  });

  test('nothing is left behind, neither in the project nor in the temporary folder', async () => {
    const builds = async () => (await readdir(ownTemporary())).filter((name) => name.startsWith('invoke-local-build-'));
    const before = new Set(await builds());
    const files = await readdir(folder, { recursive: true });
    await run(folder, 'hello', { event: { name: 'Ada' } });
    await expect(run(folder, 'broken')).rejects.toThrow();
    expect(await readdir(folder, { recursive: true })).toEqual(files);
    // Other tests build at the same time: theirs go within moments, what is left behind stays.
    let left = (await builds()).filter((name) => !before.has(name));
    for (let waitedMs = 0; left.length > 0 && waitedMs < 20_000; waitedMs += 100) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const now = new Set(await builds());
      left = left.filter((name) => now.has(name));
    }
    expect(left).toEqual([]);
  });

  test.each([
    { name: 'broken', file: 'src/broken.ts', line: 2, column: 12, text: /src\/broken\.ts:2:12 cannot be compiled: / },
    { name: 'unresolved', file: 'src/unresolved.ts', line: 2, column: 22, text: /"\.\/kit\/gone"/ },
    { name: 'no-alias', file: 'src/no-alias.ts', line: 1, column: 22, text: /"@kit\/gone"/ },
    { name: 'awaits', file: 'src/awaits.ts', line: 1, column: 15, text: /Top-level "?await"?/ },
  ])('what cannot be compiled is pointed at: $name', async ({ name, file, line, column, text }) => {
    const failure = await run(folder, name).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(text),
      diagnostic: { location: { file: join(folder, file), line, column } },
    });
  });

  test('an export that is missing is an error of the function, as in Lambda', async () => {
    const { result } = await run(folder, 'no-export');
    expect(result).toMatchObject({
      status: 'error',
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: 'src/hello.nothing is undefined or not exported',
    });
  });

  test('a module that is missing in every language is an error of the function, as in Lambda', async () => {
    const { result } = await run(folder, 'missing');
    expect(result).toMatchObject({ status: 'error', errorType: 'Runtime.ImportModuleError' });
  });
});

const interpreters = ['node-22', 'node-24']
  .map((name) => ({ name, path: join(repositoryRoot, 'node_modules', name, 'bin', 'node') }))
  .filter(({ path }) => existsSync(path));

describe.each(interpreters)('on $name', ({ path: interpreter }) => {
  test.each(expected)('a handler runs: $what', async ({ name, value }) => {
    const { value: response } = await run(handlers, name, { event: { name: 'Ada' }, interpreter });
    expect(response).toEqual(value);
  });

  test('traces name the lines of the TypeScript', async () => {
    const { result } = await run(handlers, 'fails', { event: { how: 'badly' }, interpreter });
    expect(result.status === 'success' ? [] : result.trace.slice(0, 2)).toEqual([
      'TypeError: failed: badly',
      expect.stringMatching(/kit[\\/]fail\.ts:7:9\)$/),
    ]);
  });
});

test.each([{ esbuild: true }, { esbuild: false }])(
  'a project is strict where it asks for that: %j',
  async ({ esbuild }) => {
    const files = { 'src/app.ts': "export const handler = async () => { undeclared = 1; return 'lax'; };" };
    const strict = { ...files, 'tsconfig.json': '{ "compilerOptions": { "strict": true } }' };
    const { result } = await run(await serviceOf(strict, { esbuild }));
    expect(result).toMatchObject({
      status: 'error',
      errorType: 'ReferenceError',
      errorMessage: 'undeclared is not defined',
    });
    expect(result.status === 'success' ? [] : result.trace[1]).toMatch(/src[\\/]app\.ts:1:\d+\)$/);
    expect((await run(await serviceOf(files, { esbuild }))).value).toBe('lax');
  },
);

test('what is compiled is not charged to the function', async () => {
  const folder = await copyOf(handlers);
  const { result } = await run(folder, 'hello', { event: { name: 'Ada' } });
  const javascript = await run(handlers, 'sibling');
  expect(result.maxMemoryUsedMiB).toBeLessThan(javascript.result.maxMemoryUsedMiB + 25);
});
