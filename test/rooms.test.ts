import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repositoryRoot } from './paths.js';

interface Import {
  readonly target: string;
  /** Whether types alone are imported, of which nothing is left when the program runs. */
  readonly isType: boolean;
}

const src = join(repositoryRoot, 'src');
const modules = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .map((name): [string, readonly Import[]] => [name, importsOf(name)]),
);

/** The modules of ours that a module imports, also late. Paths below `src/`. */
function importsOf(name: string): Import[] {
  const text = readFileSync(join(src, name), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)(?<type> type)? (?<names>[^;]*?) ?from '(?<path>\.[^']+)'|\bimport\('(?<late>\.[^']+)'\)|^import '(?<effect>\.[^']+)'/gms,
  );
  return Array.from(found, ({ groups = {} }) => {
    const { type, names = '', path, late, effect } = groups;
    const isType = type !== undefined || /^\{(?:\s*type [^,}]+,?)+\s*\}$/.test(names);
    const target = posix.join(dirname(name), path ?? late ?? effect ?? '').replace(/\.js$/, '.ts');
    return { target, isType };
  });
}

const roomOf = (name: string): string => name.split('/', 1)[0] ?? '';

/** What each room may import, beside `host` and `diagnostics`: `lambda type` for its types alone. */
const below = [
  ...[
    'aws',
    'aws-gateway',
    'event',
    'git',
    'identity',
    'json',
    'lambda',
    'native',
    'network',
    'package',
    'permissions',
    'process',
    'service',
    'typescript',
  ],
];
const mayImport: Readonly<Record<string, readonly string[]>> = {
  action: ['invoke', 'serve', 'suite', 'report', ...below],
  cli: ['invoke', 'serve', 'suite', 'report', ...below],
  serve: ['invoke', 'report', ...below],
  suite: ['invoke', ...below],
  report: ['json', 'process', ...['invoke', 'suite', ...below].map((room) => `${room} type`)],
  invoke: below,
  package: ['lambda'],
  permissions: ['lambda type'],
  service: ['lambda', 'aws', 'native', 'process', 'network', 'json'],
  event: ['json', 'process'],
  identity: ['aws', 'process'],
  aws: ['network', 'process'],
  'aws-gateway': ['json', 'network'],
  lambda: ['process', 'json'],
  typescript: ['lambda type', 'process'],
  native: [],
  git: ['process'],
  network: [],
  parts: ['process'],
  process: [],
  json: [],
  diagnostics: [],
  host: [],
};

/** What a room may import of another one in spite of that: modules that only calculate. */
const pure: Readonly<Record<string, RegExp>> = {
  'aws-gateway': /^suite\/expectations\/(?:match|pattern|read-pattern)\.ts$/,
  report:
    /^(?:suite\/(?:shards|comparison)\/|lambda\/(?:function\/(?:runtimes|code-root)|environment\/layer-paths)\.ts$|permissions\/audit\/(?:advice|describe-verdict)\.ts$|invoke\/told-calls\.ts$)/,
};

describe('the rooms of src/', () => {
  const contributing = readFileSync(join(repositoryRoot, 'CONTRIBUTING.md'), 'utf8');
  const documented = Array.from(contributing.matchAll(/^\| ((?:`src\/[\w-]+\/`(?:, )?)+) \|/gm), ([, rooms = '']) =>
    Array.from(rooms.matchAll(/src\/([\w-]+)/g), ([, room = '']) => room),
  ).flat();

  test('are those that CONTRIBUTING.md lists', () => {
    const rooms = new Set(Array.from(modules.keys(), roomOf));
    expect([...rooms].sort()).toEqual([...documented].sort());
    expect([...rooms].sort()).toEqual(Object.keys(mayImport).sort());
  });

  test.each(Object.keys(mayImport))('%s imports only what it may', (room) => {
    const allowed = new Set(['host', 'diagnostics', room, ...(mayImport[room] ?? [])]);
    const wrong = [...modules].flatMap(([name, imports]) =>
      roomOf(name) !== room
        ? []
        : imports
            .filter(({ target, isType }) => {
              const other = roomOf(target);
              return !allowed.has(other) && !(isType && allowed.has(`${other} type`)) && !pure[room]?.test(target);
            })
            .map(({ target }) => `${name} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('no modules import each other in a circle, not even for a type', () => {
  const state = new Map<string, 'open' | 'done'>();
  const way: string[] = [];
  const circles: string[] = [];
  const visit = (name: string): void => {
    if (state.get(name) === 'open') circles.push([...way.slice(way.indexOf(name)), name].join(' -> '));
    if (state.has(name)) return;
    state.set(name, 'open');
    way.push(name);
    for (const { target } of modules.get(name) ?? []) visit(target);
    way.pop();
    state.set(name, 'done');
  };
  for (const name of modules.keys()) visit(name);
  expect(circles).toEqual([]);
});

test('in the renderings, only the folders of which their README says it read or write files', () => {
  const [, named = ''] =
    /only ([^.]*) read or write files\./.exec(readFileSync(join(src, 'report', 'README.md'), 'utf8')) ?? [];
  const folders = Array.from(named.matchAll(/`([\w-]+)\/`/g), ([, folder = '']) => folder);
  const reading = Array.from(modules.keys())
    .filter((name) => name.startsWith('report/') && /from 'node:fs/.test(readFileSync(join(src, name), 'utf8')))
    .map((name) => name.split('/')[1]);
  expect([...new Set(reading)].sort()).toEqual([...folders].sort());
});

test("every README of a room fits on a screen, and names each of the room's folders", () => {
  const rooms = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('README.md'));
  expect(rooms.length).toBeGreaterThan(3);
  const missing = rooms.flatMap((file) => {
    const text = readFileSync(join(src, file), 'utf8');
    expect(text.split('\n').length).toBeLessThan(45);
    const folders = readdirSync(join(src, dirname(file)), { withFileTypes: true }).filter((one) => one.isDirectory());
    return folders
      .map(({ name }) => name)
      .filter((name) => !text.includes(`\`${name}/`))
      .map((name) => `${name} in ${file}`);
  });
  expect(missing).toEqual([]);
});
