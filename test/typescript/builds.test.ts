import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run, serviceOf } from './run-service.js';

const plain = 'export const handler = async (): Promise<string> => "plain";\n';

/** A CommonJS package, and one that is an ES module alone. */
const packages = {
  'node_modules/old/package.json': '{ "name": "old", "version": "1.0.0" }',
  'node_modules/old/index.js': 'exports.where = __dirname.split(/[\\\\/]/).slice(-2).join("/");',
  'node_modules/fresh/package.json':
    '{ "name": "fresh", "version": "1.0.0", "type": "module", "exports": "./index.js" }',
  'node_modules/fresh/index.js': 'export const fresh = "fresh";',
  'package.json': '{ "dependencies": { "old": "1.0.0", "fresh": "1.0.0" } }',
};
const importsPackages = `import { where } from 'old';
import { fresh } from 'fresh';
export const handler = async (): Promise<unknown> => [where, fresh];
`;

describe('packages', () => {
  test.each([true, false])('stay where they are where nothing is configured (esbuild: %s)', async (esbuild) => {
    const folder = await serviceOf({ ...packages, 'src/app.ts': importsPackages }, { esbuild, runtime: 'nodejs22.x' });
    expect((await run(folder)).value).toEqual(['node_modules/old', 'fresh']);
  });

  test('are bundled where the configuration has them bundled', async () => {
    const config = 'build: { esbuild: { minify: true } }\n';
    const folder = await serviceOf({ ...packages, 'src/app.ts': importsPackages }, { config });
    const { value } = await run(folder);
    expect(value).toEqual([expect.stringMatching(/\/src$/), 'fresh']);
  });

  test.each(['external', 'exclude'])('are left out of a bundle by %s', async (option) => {
    const app = "import { where } from 'old';\nexport const handler = async (): Promise<string> => where;\n";
    const config = `build: { esbuild: { ${option}: [old] } }\n`;
    const folder = await serviceOf({ ...packages, 'src/app.ts': app }, { config });
    expect((await run(folder)).value).toBe('node_modules/old');
  });

  test.each([true, false])(
    'of the same workspace are compiled, though they are links (esbuild: %s)',
    async (esbuild) => {
      const folder = await serviceOf(
        {
          'package.json': '{ "dependencies": { "@team/shared": "*" } }',
          'src/app.ts': "import { sum } from '@team/shared';\nexport const handler = async () => sum(1, 2);\n",
          'packages/shared/package.json': '{ "name": "@team/shared", "main": "src/index.ts" }',
          'packages/shared/src/index.ts': 'export const sum = (a: number, b: number): number => a + b;\n',
        },
        { esbuild },
      );
      await mkdir(join(folder, 'node_modules', '@team'), { recursive: true });
      await symlink(join(folder, 'packages', 'shared'), join(folder, 'node_modules', '@team', 'shared'), 'junction');
      expect((await run(folder)).value).toBe(3);
    },
  );

  test.each([
    ['src/app.js', 'exports.handler = async () => require("old");'],
    ['src/app.mjs', 'import { fresh } from "fresh";\nexport const handler = async () => fresh;\n'],
    ['src/app.ts', importsPackages],
  ])("that Yarn's Plug'n'Play has are missed in %s with a word of what to do", async (name, text) => {
    const folder = await serviceOf({ [name]: text, '.pnp.cjs': '' }, { esbuild: false });
    const { result, diagnostics } = await run(folder);
    expect(result.status).toBe('error');
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'plug-n-play',
        hint: expect.stringContaining(`NODE_OPTIONS=--require ${join(folder, '.pnp.cjs')}`),
      }),
    );
  });

  test('that are declared in a folder above the service are found from there', async () => {
    const folder = await serviceOf(packages);
    const service = join(folder, 'services', 'one');
    await mkdir(join(service, 'src'), { recursive: true });
    await writeFile(join(service, 'src', 'app.ts'), importsPackages);
    await writeFile(
      join(service, 'serverless.yml'),
      'service: one\nprovider: { name: aws, runtime: nodejs22.x }\nfunctions: { f: { handler: src/app.handler } }\n',
    );
    expect((await run(service)).value).toEqual(['node_modules/old', 'fresh']);
  });
});

const usesDefine = 'declare const NAME: string;\nexport const handler = async (): Promise<string> => NAME;\n';
const usesText = "import text from './text.html';\nexport const handler = async (): Promise<string> => text;\n";
const pluginFile = `const plugin = { name: 'virtual', setup(build) {
  build.onResolve({ filter: /^virtual$/ }, () => ({ path: 'virtual', namespace: 'virtual' }));
  build.onLoad({ filter: /.*/, namespace: 'virtual' }, () => ({ contents: 'export default "from a plugin"' }));
} };
`;
const usesPlugin = "import value from 'virtual';\nexport const handler = async (): Promise<string> => value;\n";

const builds: readonly {
  readonly what: string;
  readonly config: string;
  readonly files: Readonly<Record<string, string>>;
  readonly value: unknown;
}[] = [
  {
    what: 'define of build.esbuild',
    config: 'build: { esbuild: { define: { NAME: \'"Ada"\' } } }',
    files: { 'src/app.ts': usesDefine },
    value: 'Ada',
  },
  {
    what: 'configFile of build.esbuild, over which the options in YAML win',
    config: 'build: { esbuild: { configFile: ./esbuild.config.mjs, define: { NAME: \'"YAML"\' } } }',
    files: {
      'src/app.ts': `${usesDefine.replace('=> NAME', '=> NAME + STAGE')}declare const STAGE: string;\n`,
      'esbuild.config.mjs':
        'export default async (serverless) => ({ define: { STAGE: JSON.stringify(serverless.service.provider.stage) }, banner: { js: "var STAGE = \'dev\';" } });',
    },
    value: 'YAMLdev',
  },
  {
    what: 'build: esbuild, for JavaScript with the syntax of ES modules',
    config: 'build: esbuild',
    files: { 'src/app.js': 'import { join } from "node:path";\nexport const handler = async () => join("a", "b");\n' },
    value: join('a', 'b'),
  },
  {
    what: 'loader of serverless-esbuild',
    config:
      'plugins: [serverless-esbuild]\ncustom: { esbuild: { loader: { .html: text }, packager: npm, concurrency: 2 } }',
    files: { 'src/app.ts': usesText, 'src/text.html': '<p>' },
    value: '<p>',
  },
  {
    what: 'plugins of serverless-esbuild',
    config: 'plugins: [serverless-esbuild]\ncustom: { esbuild: { plugins: ./plugins.js } }',
    files: { 'src/app.ts': usesPlugin, 'plugins.js': `${pluginFile}module.exports = [plugin];` },
    value: 'from a plugin',
  },
  {
    what: 'config of serverless-esbuild, in the place of all other options',
    config: 'plugins: [serverless-esbuild]\ncustom: { esbuild: { config: ./build.js, minify: maybe } }',
    files: {
      'src/app.ts': usesPlugin,
      'build.js': `${pluginFile}module.exports = (serverless) => ({ plugins: [plugin], external: [] });`,
    },
    value: 'from a plugin',
  },
  {
    what: 'format and outputFileExtension of serverless-esbuild',
    config: 'plugins: [serverless-esbuild]\ncustom: { esbuild: { format: esm, outputFileExtension: .mjs } }',
    files: { 'src/app.ts': 'const value = await Promise.resolve(1);\nexport const handler = async () => value;\n' },
    value: 1,
  },
  {
    what: 'the usual banner that gives ES modules a require',
    config: `build: { esbuild: { format: esm, banner: { js: "import { createRequire } from 'module'; const require = createRequire(import.meta.url);" } } }`,
    files: {
      'node_modules/tree/index.js': 'exports.leaf = require("path").basename("/tree/leaf");',
      'src/app.ts': "import { leaf } from 'tree';\nexport const handler = async () => leaf;\n",
    },
    value: 'leaf',
  },
  {
    what: 'the tsconfig.json that serverless-plugin-typescript is pointed at',
    config:
      'plugins: { modules: [serverless-plugin-typescript] }\ncustom: { serverlessPluginTypescript: { tsConfigFileLocation: ./tsconfig.build.json } }',
    files: {
      'tsconfig.build.json': '{ "compilerOptions": { "paths": { "~/*": ["./src/inner/*"] } } }',
      'src/app.ts': "import { folder } from '~/folder';\nexport const handler = async () => folder;\n",
      'src/inner/folder.ts': "import { basename } from 'node:path';\nexport const folder = basename(__dirname);\n",
    },
    value: 'inner',
  },
  {
    what: 'aliases and raw files of serverless-bundle',
    config:
      'plugins: [serverless-bundle]\ncustom: { bundle: { aliases: [{ "@inner": ./src/inner }], rawFileExtensions: [html] } }',
    files: {
      'src/app.js':
        'import text from "./text.html";\nimport { one } from "@inner/one";\nexport const handler = async () => text + one;\n',
      'src/inner/one.js': 'export const one = 1;\n',
      'src/text.html': '<p>',
    },
    value: '<p>1',
  },
  {
    what: 'serverless-webpack, by esbuild',
    config: 'plugins: [serverless-webpack]\ncustom: { webpack: { webpackConfig: ./nowhere.js } }',
    files: { 'src/app.js': 'import { sep } from "node:path";\nexport const handler = async () => sep.length;\n' },
    value: 1,
  },
  {
    what: 'build.esbuild: false with a plugin beside it',
    config:
      'build: { esbuild: false }\nplugins: [serverless-esbuild]\ncustom: { esbuild: { define: { NAME: \'"Ada"\' } } }',
    files: { 'src/app.ts': usesDefine },
    value: 'Ada',
  },
  {
    what: 'a service without esbuild or settings, with a plugin that has nothing to do with it',
    config: 'plugins: [serverless-offline]',
    files: { 'src/app.ts': plain },
    value: 'plain',
  },
];

test.each(builds)('a project is built as it is configured: $what', async ({ config, files, value }) => {
  expect((await run(await serviceOf(files, { config: `${config}\n` }))).value).toEqual(value);
});

test.each(['serverless-webpack', 'serverless-bundle'])('that %s is replaced is said', async (plugin) => {
  const { diagnostics } = await run(await serviceOf({ 'src/app.ts': plain }, { config: `plugins: [${plugin}]\n` }));
  expect(diagnostics).toContainEqual(expect.objectContaining({ severity: 'notice', code: 'bundler-replaced' }));
});

const mistakes: readonly {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly config?: string;
  readonly esbuild?: boolean;
  readonly message: RegExp;
  readonly place?: { readonly line: number; readonly column: number };
}[] = [
  {
    what: 'a tsconfig.json that extends what is not there',
    files: { 'src/app.ts': plain, 'tsconfig.json': '{\n  "extends": "./nope.json"\n}' },
    message: /tsconfig\.json extends "\.\/nope\.json", which was not found\.$/,
    place: { line: 2, column: 14 },
  },
  {
    what: 'the same without esbuild',
    files: { 'src/app.ts': plain, 'tsconfig.json': '{\n  "extends": "./nope.json"\n}' },
    esbuild: false,
    message: /tsconfig\.json.* cannot be compiled: .*nope\.json/,
  },
  {
    what: 'options that need esbuild in a project without it',
    files: { 'src/app.ts': usesDefine },
    config: 'build: { esbuild: { define: { NAME: "1" } } }',
    esbuild: false,
    message:
      /has to be compiled by build\.esbuild, and its option "define" needs esbuild, which was not found in the project\.$/,
  },
  {
    what: 'a file that only a loader can import, without esbuild',
    files: { 'src/app.ts': usesText, 'src/text.html': '<p>' },
    esbuild: false,
    message: /app\.ts:1:18 cannot be compiled: "\.\/text\.html" is imported, but \.html files are not code\.$/,
    place: { line: 1, column: 18 },
  },
  {
    what: '"import = require()" in an ES module, without esbuild',
    files: { 'src/app.mts': 'import path = require("node:path");\nexport const handler = async () => path.sep;\n' },
    esbuild: false,
    message: /"import … = require\(\)" cannot be used in an ES module\.$/,
    place: { line: 1, column: 1 },
  },
  {
    what: 'a configuration file that throws',
    files: { 'src/app.ts': plain, 'build.js': 'throw new Error("not today");' },
    config: 'plugins: [serverless-esbuild]\ncustom: { esbuild: { config: build.js } }',
    message: /^The build options in .*build\.js could not be read: Error: not today$/,
  },
  {
    what: 'a configuration file that ends the process',
    files: { 'src/app.ts': plain, 'build.js': 'process.exit(7);' },
    config: 'plugins: [serverless-esbuild]\ncustom: { esbuild: { config: build.js } }',
    message: /The compiler ended with 7 before it gave its answer/,
  },
  {
    what: 'an option that esbuild does not know',
    files: { 'src/app.ts': plain },
    config: 'build: { esbuild: { minfy: true } }',
    message: /minfy/,
  },
  {
    what: 'settings of the wrong shape',
    files: { 'src/app.ts': plain },
    config: 'build: { esbuild: [minify] }',
    message: /^build\.esbuild must be a mapping, and is a list\.$/,
  },
];

test.each(mistakes)(
  'a mistake is a clear error: $what',
  async ({ files, config = '', esbuild = true, message, place }) => {
    const folder = await serviceOf(files, { config: `${config}\n`, esbuild });
    const failure = await run(folder).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(message),
      ...(place === undefined ? {} : { diagnostic: { location: place } }),
    });
  },
);
