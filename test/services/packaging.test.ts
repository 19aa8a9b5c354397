import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { listPackage } from '../../src/package/list-package.js';
import { folderOf, openFolder } from '../service/open-folder.js';
import { entriesOf } from '../zip-entries.js';
import { osls } from './osls.js';
import { recordedAnswer } from './recorded-answer.js';

const manifest = (name: string, more: object = {}) => JSON.stringify({ name, version: '1.0.0', ...more });

/** A service with packages for development and for use, nested ones, some that are both, and files of many kinds. */
const tree: Readonly<Record<string, string>> = {
  'package.json': manifest('app', {
    dependencies: { used: '1.0.0', '@scope/used': '1.0.0', both: '1.0.0' },
    devDependencies: { dev: '1.0.0', '@scope/dev': '1.0.0', both: '1.0.0' },
    optionalDependencies: { optional: '1.0.0' },
  }),
  'node_modules/used/package.json': manifest('used', { dependencies: { deep: '1.0.0', nested: '1.0.0' } }),
  'node_modules/used/index.js': '1',
  'node_modules/used/node_modules/nested/package.json': manifest('nested'),
  'node_modules/nested/package.json': manifest('nested', { version: '2.0.0' }),
  'node_modules/deep/package.json': manifest('deep'),
  'node_modules/deep/lib/.hidden': '',
  'node_modules/@scope/used/package.json': manifest('@scope/used'),
  'node_modules/both/package.json': manifest('both'),
  'node_modules/optional/package.json': manifest('optional'),
  'node_modules/dev/package.json': manifest('dev', { dependencies: { helper: '1.0.0', deep: '1.0.0' }, bin: 'cli.js' }),
  'node_modules/dev/cli.js': '1',
  'node_modules/.bin/dev': '1',
  'node_modules/helper/package.json': manifest('helper', { bin: { one: 'a.js', two: 'b.js' } }),
  'node_modules/.bin/one': '1',
  'node_modules/.bin/two': '1',
  'node_modules/@scope/dev/package.json': manifest('@scope/dev'),
  'node_modules/extraneous/package.json': manifest('extraneous'),
  'src/a.js': 'exports.handler = async () => 1;',
  'src/a.test.js': '1',
  'src/deep/b.js': '1',
  'src/deep/data.json': '{}',
  'src/.hidden/x': '1',
  'docs/readme.md': '1',
  'README.md': '1',
  '.env': 'A=1',
  '.env.dev': 'A=1',
  '.gitignore': '',
  '.serverless_plugins/p.js': '1',
  'layer/nodejs/x.js': '1',
  'sub/package.json': manifest('sub', { devDependencies: { inner: '1.0.0' } }),
  'sub/node_modules/inner/package.json': manifest('inner'),
  'sub/index.js': '1',
  'npm-debug.log': '1',
  'weird [name]/x.js': '1',
};

const cases: readonly (readonly [what: string, yaml: string])[] = [
  ['nothing', ''],
  ['patterns that take away', "package: {patterns: ['!docs/**', '!**/*.md', '!src/**/*.test.js']}"],
  [
    'patterns that take away all, and add some',
    "package: {patterns: ['!**', 'src/**', '!src/deep/**', 'src/deep/b.js']}",
  ],
  ['exclude and include', "package: {exclude: ['src/**', '!src/a.js'], include: ['src/deep/*.json']}"],
  ['a folder without its contents', "package: {patterns: ['!docs', '!src/deep']}"],
  ['development dependencies', 'package: {excludeDevDependencies: false}'],
  ['a development dependency by a pattern', "package: {patterns: ['node_modules/dev/**']}"],
  ['useDotenv', 'useDotenv: true'],
  ['exclusions that are turned around', "package: {exclude: ['src/**', '!src/deep/*.json', 'docs']}"],
  [
    'braces, classes and hidden files',
    "package: {patterns: ['!src/{a,b}.js', '!**/[bd]*.js*', '!**/.hidden/**', '!./README.md']}",
  ],
  ["a function's own patterns, individually", "package: {individually: true, patterns: ['!docs/**']}"],
  ["a function's own patterns, not individually", "package: {patterns: ['!sub/**']}"],
];

const functionOf = (what: string) =>
  what.includes('own patterns')
    ? "{handler: src/a.handler, package: {patterns: ['!src/deep/**', 'docs/readme.md']}}"
    : '{handler: src/a.handler}';

/** The cases whose service has packages: osls asks npm about them, which takes seconds. */
const withPackages: ReadonlySet<string> = new Set([
  'nothing',
  'development dependencies',
  'a development dependency by a pattern',
]);

/** The names of what is in the archive of a service, as a list in JSON. */
async function packedBy(pack: (folder: string) => Promise<void>, folder: string): Promise<string> {
  await pack(folder);
  const archives = (await readdir(join(folder, '.serverless'))).filter((name) => /^(?:f|svc)\.zip$/.test(name));
  return JSON.stringify(await entriesOf(join(folder, '.serverless', archives[0] ?? '')), null, 1);
}

describe.each(cases)('with %s', (what, yaml) => {
  const service = `service: svc\nprovider: {name: aws, runtime: nodejs22.x}\nfunctions: {f: ${functionOf(what)}}\n${yaml}\n`;

  test('the package has the files that the framework packs', async () => {
    const isOwn = (name: string): boolean => withPackages.has(what) || !name.endsWith('package.json');
    const files = Object.entries(tree).filter(([name]) => isOwn(name));
    const folder = await folderOf({ ...Object.fromEntries(files), 'serverless.yml': service });
    await mkdir(join(folder, 'linked'));
    await symlink(join(folder, 'docs'), join(folder, 'linked', 'docs'), 'junction');
    const loaded = await (await openFolder(folder)).load('f');
    const rules = await loaded.packaging?.();
    if (rules === undefined) throw new Error('There are no rules.');
    const own = (await listPackage(rules)).map(({ path }) => path).sort();
    const question = { name: ['packaging', what], program: osls.name, folder, args: ['package'] } as const;
    const packed: string[] = JSON.parse(await recordedAnswer(question, () => packedBy(osls.package, folder)));
    expect(own).toEqual(packed.filter((name) => !name.endsWith('/')).sort());
  });
});

test('a layer of the service is not part of the package', async () => {
  const layers = 'layers: {l: {path: layer}}';
  const service = `service: svc\nprovider: {name: aws, runtime: nodejs22.x}\nfunctions: {f: {handler: src/a.handler}}\n${layers}\n`;
  const folder = await folderOf({ 'src/a.js': '', 'layer/nodejs/x.js': '', 'serverless.yml': service });
  const rules = await (await (await openFolder(folder)).load('f')).packaging?.();
  expect(rules && (await listPackage(rules)).map(({ path }) => path)).toEqual(['src/a.js']);
});
