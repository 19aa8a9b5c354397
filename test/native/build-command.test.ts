import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { type BuildRequest, buildCommand } from '../../src/native/build-command.js';
import { findNativeProject } from '../../src/native/find-project.js';
import { folderOf } from '../service/open-folder.js';

type Files = Readonly<Record<string, string>>;
const main = 'package main\n\nfunc main() {}\n';

async function command(files: Files, request: Partial<Omit<BuildRequest, 'root'>> & { readonly root?: string } = {}) {
  const folder = await folderOf({ '.git/HEAD': '', ...files });
  const root = join(folder, request.root ?? '.');
  const fn = request.function ?? { key: 'hello', handler: 'bootstrap' };
  const project = findNativeProject([join(root, fn.handler), root]);
  if (project === undefined) return undefined;
  return buildCommand({ architecture: 'x86_64', output: 'bootstrap', ...request, function: fn, project, root });
}

describe('a project in Go', () => {
  const go = (output: string, path: string, architecture = 'amd64'): string =>
    `GOOS=linux GOARCH=${architecture} CGO_ENABLED=0 go build -tags lambda.norpc -o ${output} ${path}`;
  const mod = { 'go.mod': 'module x\n' };
  test.each<[string, Files, Parameters<typeof command>[1], string]>([
    ['whose main is at the root', { ...mod, 'main.go': main }, {}, go('bootstrap', '.')],
    ['for arm64', { ...mod, 'main.go': main }, { architecture: 'arm64' }, go('bootstrap', '.', 'arm64')],
    [
      'with a command of the function’s name',
      { ...mod, 'main.go': main, 'cmd/hello/main.go': main },
      {},
      go('bootstrap', './cmd/hello'),
    ],
    [
      'whose handler names the source',
      { ...mod, 'functions/hi/main.go': main },
      { function: { key: 'hello', handler: 'functions/hi/main.go' } },
      go('bootstrap', './functions/hi'),
    ],
    [
      'whose handler names the program',
      { ...mod, 'hello/lib.go': 'package lib\n', 'cmd/hello/main.go': main },
      { function: { key: 'x', handler: 'bin/hello' }, output: 'bin/hello' },
      go('bin/hello', './cmd/hello'),
    ],
    [
      'whose artifact is missing',
      { ...mod, 'hello/main.go': main },
      { output: 'bin/hello.zip' },
      `${go('bin/bootstrap', './hello')} && zip -j bin/hello.zip bin/bootstrap`,
    ],
    [
      'whose module lies below the service',
      { 'functions/hello/go.mod': '', 'functions/hello/main.go': main },
      { function: { key: 'hello', handler: 'functions/hello/main.go' } },
      `(cd functions/hello && ${go('../../bootstrap', '.')})`,
    ],
    [
      'whose module lies above the service',
      { ...mod, 'services/a/main.go': main },
      { root: 'services/a' },
      go('bootstrap', '.'),
    ],
  ])('%s', async (_title, files, request, expected) => {
    expect(await command(files, request)).toBe(expected);
  });
});

describe('a project in Rust', () => {
  const cargo = (binary: string, output = 'bootstrap', target = 'x86_64-unknown-linux-musl'): string =>
    `cargo build --release --target ${target} --bin ${binary} && cp target/${target}/release/${binary} ${output}`;
  test.each<[string, Files, Parameters<typeof command>[1], string]>([
    ['of one package', { 'Cargo.toml': '[package]\nname = "greet"\n' }, {}, cargo('greet')],
    [
      'with several binaries, one of which the function names',
      { 'Cargo.toml': '[package]\nname = "x"\n[[bin]]\nname = "a"\n[[bin]]\nname = "hello"\n' },
      {},
      cargo('hello'),
    ],
    [
      'with binaries that Cargo finds, one of which the handler names',
      { 'Cargo.toml': '[package]\nname = "x"\n', 'src/bin/hi.rs': '', 'src/bin/ho/main.rs': '' },
      { function: { key: 'hello', handler: 'x.ho' } },
      cargo('ho'),
    ],
    [
      'for arm64',
      { 'Cargo.toml': '[package]\nname = "greet"\n' },
      { architecture: 'arm64' },
      cargo('greet', 'bootstrap', 'aarch64-unknown-linux-musl'),
    ],
    [
      'whose artifact is missing',
      { 'Cargo.toml': '[package]\nname = "greet"\n' },
      { output: 'out/greet.zip' },
      cargo('greet', 'out/bootstrap')
        .replace('cp', 'mkdir -p out && cp')
        .concat(' && zip -j out/greet.zip out/bootstrap'),
    ],
  ])('%s', async (_title, files, request, expected) => {
    expect(await command(files, request)).toBe(expected);
  });
});

test('a folder without either has none, whatever lies above its repository', async () => {
  const folder = await folderOf({ 'go.mod': '', 'inner/.git/HEAD': '', 'inner/main.py': '' });
  expect(findNativeProject([join(folder, 'inner', 'src'), join(folder, 'inner')])).toBeUndefined();
});
