import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { findNodes } from '../../src/lambda/interpreter/node.js';
import { nodeFlags } from '../../src/lambda/interpreter/node-flags.js';
import { findPythons } from '../../src/lambda/interpreter/python.js';
import { sitePackages } from '../../src/lambda/interpreter/virtual-environments.js';
import { exe, writeProgram } from './programs.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'invoke-local-test-'));
});

const ownMajor = process.versions.node.split('.')[0] ?? '';

function program(...path: string[]): string {
  return writeProgram(join(folder, ...path));
}

function text(content: string, ...path: string[]): void {
  const file = join(folder, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function path(...folders: string[]): string {
  return folders.map((name) => join(folder, name)).join(delimiter);
}

describe('Node', () => {
  const nodes = (version: string, environment: Record<string, string>) =>
    findNodes({ version, sourceRoot: folder, environment }).map(({ command }) => command);

  test('the one on PATH comes first where its headers say that it is the declared one', () => {
    const onPath = program('lib', 'bin', 'node');
    text(
      '#define NODE_MAJOR_VERSION 31\n#define NODE_MINOR_VERSION 2\n#define NODE_PATCH_VERSION 0\n',
      'lib/include/node/node_version.h',
    );
    expect(nodes('31', { PATH: path('lib/bin') })).toEqual([onPath, process.execPath]);
    expect(nodes(ownMajor, { PATH: path('lib/bin') })[0]).toBe(process.execPath);
  });

  test('the version is read from the folder of a version manager', () => {
    const onPath = program('nvm', 'versions', 'node', 'v31.1.0', 'bin', 'node');
    expect(findNodes({ version: '31', sourceRoot: folder, environment: { PATH: dirname(onPath) } })[0]).toEqual({
      command: onPath,
      version: '31.1.0',
    });
  });

  test('one in the tool cache of the declared version comes before others on PATH', () => {
    const onPath = program('bin', 'node');
    const bin = process.platform === 'win32' ? [] : ['bin'];
    const older = program('tools', 'node', '31.9.0', process.arch, ...bin, 'node');
    const newest = program('tools', 'node', '31.10.0', process.arch, ...bin, 'node');
    program('tools', 'node', '31.11.0', process.arch, ...bin, 'node');
    for (const version of ['31.9.0', '31.10.0']) text('', 'tools', 'node', version, `${process.arch}.complete`);
    const found = nodes('31', { PATH: path('bin'), RUNNER_TOOL_CACHE: join(folder, 'tools') });
    expect(found).toEqual([newest, onPath, process.execPath]);
    expect(found).not.toContain(older);
  });

  test('one whose version cannot be told comes before one that is known to differ', () => {
    const onPath = program('shims', 'node');
    expect(nodes('31', { PATH: path('shims') })).toEqual([onPath, process.execPath]);
  });

  test('our own is there where PATH has none', () => {
    expect(nodes('31', { PATH: path('nothing') })).toEqual([process.execPath]);
  });
});

describe('Python', () => {
  const pythons = (environment: Record<string, string>) =>
    findPythons({ version: '3.12', sourceRoot: folder, environment }).map(({ command }) => command);
  const virtual = process.platform === 'win32' ? 'Scripts' : 'bin';

  test('the service’s virtual environment of the declared version holds its packages and comes first', () => {
    const onPath = program('bin', 'python3.12');
    const inVenv = program('.venv', virtual, 'python');
    text('home = /usr/bin\nversion = 3.12.4\n', '.venv', 'pyvenv.cfg');
    expect(pythons({ PATH: path('bin') })).toEqual([inVenv, onPath]);
  });

  test('a virtual environment of another version comes after the declared one, and before python3', () => {
    const declared = program('bin', 'python3.12');
    const plain = program('bin', 'python3');
    const active = program('active', virtual, 'python');
    text('version_info = 3.9.1.final.0\n', 'active', 'pyvenv.cfg');
    expect(pythons({ PATH: path('bin'), VIRTUAL_ENV: join(folder, 'active') })).toEqual([declared, active, plain]);
  });

  test('a virtual environment beside the pyproject.toml above the service is the service’s', () => {
    const inVenv = program('.venv', virtual, 'python');
    text('version = 3.12.4\n', '.venv', 'pyvenv.cfg');
    text('[project]\n', 'pyproject.toml');
    text('', 'services', 'api', 'serverless.yml');
    const search = { version: '3.12', environment: {} };
    expect(findPythons({ ...search, sourceRoot: join(folder, 'services', 'api') })[0]?.command).toBe(inVenv);
    text('', 'services', '.git', 'HEAD');
    expect(findPythons({ ...search, sourceRoot: join(folder, 'services', 'api') })).toEqual([]);
  });

  test('one that uv is told of is found by its name', () => {
    const inVenv = program('uv-env', virtual, 'python');
    text('version_info = 3.12.4\n', 'uv-env', 'pyvenv.cfg');
    expect(pythons({ UV_PROJECT_ENVIRONMENT: 'uv-env' })).toEqual([inVenv]);
  });

  test('packages of a virtual environment of the declared version are known without its interpreter', () => {
    const packages = process.platform === 'win32' ? ['Lib', 'site-packages'] : ['lib', 'python3.12', 'site-packages'];
    text('', '.venv', ...packages, 'requests.py');
    text('version = 3.12.4\n', '.venv', 'pyvenv.cfg');
    const search = { sourceRoot: folder, environment: {} };
    expect(sitePackages({ ...search, version: '3.12' })).toEqual([join(folder, '.venv', ...packages)]);
    expect(sitePackages({ ...search, version: '3.13' })).toEqual([]);
  });

  test('the tool cache comes after PATH', () => {
    const onPath = program('bin', 'python3');
    const cached = program('tools', 'Python', '3.12.14', process.arch, ...(exe ? ['python'] : ['bin', 'python3']));
    text('', 'tools', 'Python', '3.12.14', `${process.arch}.complete`);
    expect(pythons({ PATH: path('bin'), RUNNER_TOOL_CACHE: join(folder, 'tools') })).toEqual([cached, onPath]);
  });

  test('behind a pyenv shim the newest installed version is found', () => {
    program('.pyenv', 'shims', 'python3.12');
    program('.pyenv', 'versions', '3.12.9', 'bin', 'python3.12');
    const newest = program('.pyenv', 'versions', '3.12.10', 'bin', 'python3.12');
    program('.pyenv', 'versions', '3.1.10', 'bin', 'python3.1');
    expect(pythons({ PATH: path('.pyenv/shims') })).toEqual([newest]);
  });

  test('a file that is not executable is no interpreter', () => {
    text('', 'bin', 'python3.12');
    if (process.platform !== 'win32') chmodSync(join(folder, 'bin', 'python3.12'), 0o644);
    expect(pythons({ PATH: path('bin') })).toEqual([]);
  });
});

describe('the flags of Node', () => {
  test.each([
    [
      '22',
      '22.11.0',
      1024,
      undefined,
      [
        '--max-old-space-size=921',
        '--max-semi-space-size=51',
        '--no-experimental-require-module',
        '--no-experimental-detect-module',
      ],
    ],
    [
      '20',
      '20.11.0',
      128,
      undefined,
      ['--max-old-space-size=115', '--max-semi-space-size=6', '--no-experimental-detect-module'],
    ],
    ['24', '24.1.0', 128, undefined, ['--max-old-space-size=115', '--max-semi-space-size=6']],
    ['22', undefined, 128, undefined, ['--max-old-space-size=115', '--max-semi-space-size=6']],
    [
      '22',
      '22.11.0',
      128,
      '--max_old_space_size=64 --experimental-require-module',
      ['--max-semi-space-size=6', '--no-experimental-detect-module'],
    ],
  ])('declared %s on %s with %d MB and NODE_OPTIONS %s', (declared, version, memorySizeMiB, nodeOptions, flags) => {
    expect(nodeFlags({ declared, version, memorySizeMiB, nodeOptions })).toEqual(flags);
  });
});
