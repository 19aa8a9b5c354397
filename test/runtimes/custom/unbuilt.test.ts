import { expect, test } from '@jest/globals';

import { UserError } from '../../../src/diagnostics/user-error.js';
import { runFunction } from '../../services/run-function.js';
import { customService, type ServiceFiles } from './bootstraps.js';

const go: ServiceFiles = { 'go.mod': 'module x\n', 'cmd/hello/main.go': 'package main\n' };
const rust: ServiceFiles = { 'Cargo.toml': '[package]\nname = "hello"\n' };

test.each<[string, ServiceFiles, string, string, RegExp]>([
  [
    'Go without its bootstrap',
    go,
    'handler: bootstrap',
    'program-not-built',
    /GOARCH=amd64 .*-o bootstrap \.\/cmd\/hello$/,
  ],
  ['Go for arm64', go, 'handler: bootstrap, architecture: arm64', 'program-not-built', /GOARCH=arm64 /],
  ['Go of go1.x', go, 'handler: bin/hello, runtime: go1.x', 'program-not-built', /-o bin\/hello \.\/cmd\/hello$/],
  [
    'Go without its artifact',
    go,
    'handler: hello, package: {artifact: bin/hello.zip}',
    'artifact-missing',
    /-o bin\/bootstrap \.\/cmd\/hello && zip -j bin\/hello\.zip bin\/bootstrap$/,
  ],
  [
    'Rust without its bootstrap',
    rust,
    'handler: bootstrap',
    'program-not-built',
    /cargo build --release .*--bin hello && cp \S+ bootstrap$/,
  ],
  [
    'Rust without its artifact',
    rust,
    'handler: hello, package: {artifact: a.zip}',
    'artifact-missing',
    /cargo build .*zip -j a\.zip bootstrap$/,
  ],
])('a function in %s is refused with the command that builds it', async (_title, files, settings, code, hint) => {
  const folder = await customService({ '.git/HEAD': '', ...files }, settings);
  const error = await runFunction(folder, 'hello').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).diagnostic).toMatchObject({
    code,
    hint: expect.stringMatching(hint),
    location: { line: 4 },
  });
});

test('a function in Node beside a Go project is not told how Go is built', async () => {
  const folder = await customService(go, 'handler: h.handler, runtime: nodejs22.x, package: {artifact: a.zip}');
  const error = await runFunction(folder, 'hello').catch((thrown: unknown) => thrown);
  expect((error as UserError).diagnostic).toMatchObject({
    code: 'artifact-missing',
    hint: expect.not.stringContaining('go build'),
  });
});
