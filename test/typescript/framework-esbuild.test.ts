import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { invokeStep } from '../action/end-to-end/step.js';
import { run } from '../cli/command.js';
import { repositoryRoot } from '../paths.js';
import { folderOf } from '../service/open-folder.js';
import { type Registry, startRegistry } from './registry.js';

const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;
const platform = `${process.platform}-${process.arch}`;

/** The files of a service of version 4, whose one function returns `NAME`. */
function serviceOf(build: string, files: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    'serverless.yml': `service: s\nframeworkVersion: '4'\nprovider: {name: aws, runtime: ${runtime}}\nfunctions: {f: {handler: src/app.handler}}\n${build}\n`,
    'src/app.ts': 'declare const NAME: string;\nexport const handler = async (): Promise<string> => NAME;\n',
    ...files,
  };
}

const define = 'build: {esbuild: {define: {NAME: \'"Ada"\'}}}';

let registry: Registry;
let version = '';

beforeAll(async () => {
  registry = await startRegistry(['esbuild', `@esbuild/${platform}`]);
  const manifest = await readFile(join(repositoryRoot, 'node_modules', 'esbuild', 'package.json'), 'utf8');
  version = JSON.parse(manifest).version;
});

afterAll(async () => {
  await registry[Symbol.asyncDispose]();
});

/** A machine with empty caches, and npm on its PATH. */
async function newMachine() {
  const home = await folderOf({});
  const cache = join(home, 'cache');
  const environment = {
    HOME: home,
    XDG_CACHE_HOME: cache,
    LOCALAPPDATA: cache,
    npm_config_registry: registry.url,
    npm_config_cache: join(home, 'npm'),
    npm_config_userconfig: join(home, 'npmrc'),
  };
  const user = process.platform === 'darwin' ? join(home, 'Library', 'Caches') : cache;
  const versions = join(user, 'invoke-local', 'invoke-local-esbuild', version);
  return { home, environment, versions, place: join(versions, platform) };
}

async function invoke(folder: string, environment: NodeJS.ProcessEnv, ...args: string[]) {
  const options = { cwd: folder, env: environment };
  const { code, stdout, stderr } = await run(['-w', folder, '-f', 'f', '-d', '{}', ...args], options);
  return { code, value: code === 0 ? JSON.parse(stdout.toString()) : undefined, said: stderr.toString() };
}

describe('a project of version 4 that needs esbuild and has none', () => {
  test('gets that of the framework: npm installs it once, which a notice tells', async () => {
    const { environment, place } = await newMachine();
    const folder = await folderOf(serviceOf(define));
    const before = registry.requests.length;
    const first = await invoke(folder, environment);
    expect([first.value, first.said]).toEqual([
      'Ada',
      expect.stringMatching(
        /notice: esbuild [\d.]+, as version 4 of the framework has it, was installed into .+ in \d+\.\d s\./,
      ),
    ]);
    expect(first.said).toContain(place);
    expect(registry.requests.slice(before)).toContain('/esbuild');
    const asked = registry.requests.length;
    const second = await invoke(folder, environment);
    expect([second.value, registry.requests.length]).toEqual(['Ada', asked]);
    expect(second.said).not.toContain('esbuild');
    expect(await readdir(folder)).toEqual(['serverless.yml', 'src']);
  });

  test.each<[string, string, Record<string, string>]>([
    [
      'a configFile',
      'build: {esbuild: {configFile: ./esbuild.config.js}}',
      { 'esbuild.config.js': 'module.exports = () => ({ define: { NAME: \'"Ada"\' } });' },
    ],
    [
      'plugins of a configFile',
      'build: {esbuild: {configFile: ./esbuild.config.mjs, external: [none]}}',
      {
        'esbuild.config.mjs':
          "export default { plugins: [{ name: 'p', setup: ({ onLoad }) => onLoad({ filter: /name\\.txt$/ }, () => ({ contents: 'export default \"Ada\"' })) }] };",
        'src/app.ts': "import name from './name.txt';\nexport const handler = async (): Promise<string> => name;\n",
        'src/name.txt': '',
      },
    ],
    [
      'inject',
      'build: {esbuild: {inject: [./src/name.js], minify: true}}',
      { 'src/name.js': "export const NAME = 'Ada';" },
    ],
    [
      'a loader',
      "build: {esbuild: {loader: {'.txt': text}}}",
      {
        'src/app.ts': "import name from './name.txt';\nexport const handler = async (): Promise<string> => name;\n",
        'src/name.txt': 'Ada',
      },
    ],
  ])('is compiled with %s', async (_, build, files) => {
    const { environment } = await newMachine();
    expect(await invoke(await folderOf(serviceOf(build, files)), environment)).toMatchObject({ value: 'Ada' });
  });

  test('gets it from the tool cache of the runner, and not where `install-esbuild` is false', async () => {
    const { home, environment } = await newMachine();
    const workspace = await folderOf(serviceOf(define));
    const env = { ...environment, RUNNER_TOOL_CACHE: join(home, 'tools') };
    const step = (inputs: Record<string, string>) =>
      invokeStep({ service: '.', workspace, env, with: { function: 'f', data: '{}', ...inputs } });
    const refused = await step({ 'install-esbuild': 'false' });
    expect(refused.outputs['error-message']).toMatch(
      /its option "define" needs esbuild, which was not found in the project\.$/,
    );
    expect(existsSync(join(home, 'tools', 'invoke-local-esbuild'))).toBe(false);
    const installed = await step({});
    expect(installed.outputs['output']).toBe('"Ada"');
    expect(await readdir(join(home, 'tools', 'invoke-local-esbuild', version))).toEqual([platform]);
    expect((await step({ 'install-esbuild': 'false' })).outcome).toBe('failure');
  });

  test('gets it from the cache of the user where the tool cache can not be written', async () => {
    const { home, environment, place } = await newMachine();
    await writeFile(join(home, 'tools'), 'no folder');
    const folder = await folderOf(serviceOf(define));
    const { value } = await invoke(folder, { ...environment, RUNNER_TOOL_CACHE: join(home, 'tools') });
    expect([value, existsSync(place)]).toEqual(['Ada', true]);
  });

  test('may run several times at once on a new machine', async () => {
    const { environment, versions } = await newMachine();
    const folder = await folderOf(serviceOf(define));
    const runs = await Promise.all(Array.from({ length: 4 }, () => invoke(folder, environment)));
    expect(runs.map(({ value }) => value)).toEqual(['Ada', 'Ada', 'Ada', 'Ada']);
    expect(await readdir(versions)).toEqual([platform]);
  });

  test('gets it anew where the cache is broken', async () => {
    const { environment, place } = await newMachine();
    const folder = await folderOf(serviceOf(define));
    await invoke(folder, environment);
    await rm(join(place, 'node_modules', '@esbuild'), { recursive: true });
    await mkdir(join(place, 'more'));
    expect(await invoke(folder, environment)).toMatchObject({
      value: 'Ada',
      said: expect.stringContaining('was installed into'),
    });
  });

  test('is an error that says why, where there is no registry, and leaves nothing behind', async () => {
    const { environment, versions } = await newMachine();
    const folder = await folderOf(serviceOf(define));
    const { code, said } = await invoke(folder, { ...environment, npm_config_registry: 'http://127.0.0.1:9' });
    expect(code).toBe(2);
    expect(said).toContain(
      'has to be compiled by build.esbuild, and its option "define" needs esbuild, which was not found',
    );
    expect(said).toMatch(
      /npm install --save-dev esbuild\. That of the framework could not be got: npm failed: .*ECONNREFUSED/,
    );
    expect(await readdir(versions)).toEqual([]);
  });

  test('is an error that says why, where there is no npm', async () => {
    const { environment } = await newMachine();
    const folder = await folderOf(serviceOf(define));
    const { said } = await invoke(folder, { ...environment, PATH: folder });
    expect(said).toMatch(/could not be got: npm failed: .*ENOENT/);
  });

  test('does not take the settings of the project for npm', async () => {
    const { environment } = await newMachine();
    const files = { '.npmrc': 'registry=http://127.0.0.1:9\n', '.env': 'npm_config_registry=http://127.0.0.1:9\n' };
    expect(await invoke(await folderOf(serviceOf(define, files)), environment)).toMatchObject({ value: 'Ada' });
  });
});

test.each([
  ['a plugin that has esbuild beside it', 'plugins: [serverless-esbuild]\ncustom: {esbuild: {define: {NAME: "1"}}}', 2],
  ['no option that needs it', 'build: {esbuild: {minify: true, external: [none], target: node18}}', 1],
])('nothing is installed with %s', async (_, build, code) => {
  const { environment, versions } = await newMachine();
  const asked = registry.requests.length;
  expect((await invoke(await folderOf(serviceOf(build)), environment)).code).toBe(code);
  expect([registry.requests.length, existsSync(versions)]).toEqual([asked, false]);
});

describe('a project that TypeScript itself compiles', () => {
  const modules = (count: number): Record<string, string> => {
    const names = Array.from({ length: count - 1 }, (_, index) => `m${index}`);
    const app = names.map((name) => `import { ${name} } from './${name}';\n`).join('');
    return {
      'src/app.ts': `${app}export const handler = async (): Promise<number> => [${names.join(', ')}].length;\n`,
      ...Object.fromEntries(names.map((name) => [`src/${name}.ts`, `export const ${name}: string = '${name}';\n`])),
    };
  };

  let environment: NodeJS.ProcessEnv = {};
  const runs = new Map<string, ReturnType<typeof invoke>>();

  /** Invokes such a project, of each kind once. */
  function compiled(build: string, count: number): ReturnType<typeof invoke> {
    const key = `${count} ${build}`;
    const run =
      runs.get(key) ?? folderOf(serviceOf(build, modules(count))).then((folder) => invoke(folder, environment));
    runs.set(key, run);
    return run;
  }

  beforeAll(async () => {
    ({ environment } = await newMachine());
  });

  test.each([
    ['', 51, 'src/app.ts and the modules that it imports, 51 files, were compiled by TypeScript itself in'],
    ['', 51, 'esbuild takes a fraction of that: install it in the project (npm install --save-dev esbuild).'],
    ['build: {esbuild: {}}', 60, ', 60 files, were compiled by TypeScript itself in'],
    ['plugins: [serverless-plugin-typescript]', 51, 'serverless-plugin-typescript compiles file by file.'],
  ])('says what would be faster, with %j and %d modules', async (build, count, expected) => {
    const { value, said } = await compiled(build, count);
    expect([value, said]).toEqual([count - 1, expect.stringContaining(expected)]);
  });

  test('says nothing of 50 modules', async () => {
    const { value, said } = await compiled('', 50);
    expect([value, said]).toEqual([49, expect.not.stringContaining('TypeScript itself')]);
  });
});
