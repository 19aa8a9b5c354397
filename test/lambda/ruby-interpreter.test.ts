import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { findRubies } from '../../src/lambda/interpreter/ruby.js';
import { writeProgram } from './programs.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'invoke-local-test-'));
});

function program(...path: string[]): string {
  return writeProgram(join(folder, ...path));
}

function inToolCache(version: string): string {
  const file = program('tools', 'Ruby', version, process.arch, 'bin', 'ruby');
  writeFileSync(join(folder, 'tools', 'Ruby', version, `${process.arch}.complete`), '');
  return file;
}

function rubies(...path: string[]): string[] {
  const PATH = path.map((name) => join(folder, name)).join(delimiter);
  const environment = { PATH, RUNNER_TOOL_CACHE: join(folder, 'tools') };
  return findRubies({ version: '3.3', sourceRoot: folder, environment }).map(({ command }) => command);
}

test('the one on PATH comes first where its path says that it is of the declared version', () => {
  const newest = inToolCache('3.3.10');
  const selected = inToolCache('3.3.9');
  expect(rubies(`tools/Ruby/3.3.9/${process.arch}/bin`)).toEqual([selected, newest]);
});

test('one in the tool cache comes before one on PATH of another version', () => {
  const other = inToolCache('3.4.1');
  const declared = inToolCache('3.3.9');
  expect(rubies(`tools/Ruby/3.4.1/${process.arch}/bin`)).toEqual([declared, other]);
});

test('one that has the version in its name comes before the others', () => {
  const plain = program('bin', 'ruby');
  const versioned = program('bin', 'ruby3.3');
  const cached = inToolCache('3.3.9');
  program('bin', 'ruby3.4');
  expect(rubies('bin')).toEqual([versioned, cached, plain]);
});

test.each([
  ['.rbenv', ['versions']],
  ['.asdf', ['installs', 'ruby']],
  ['mise', ['installs', 'ruby']],
])(
  'behind a shim of %s the newest installed one of the version is found, and the shim is the last resort',
  (manager, versions) => {
    const shim = program(manager, 'shims', 'ruby');
    program(manager, ...versions, '3.3.9', 'bin', 'ruby');
    const newest = program(manager, ...versions, '3.3.10', 'bin', 'ruby');
    program(manager, ...versions, '3.30.1', 'bin', 'ruby');
    program(manager, ...versions, '3.4.1', 'bin', 'ruby');
    expect(rubies(`${manager}/shims`)).toEqual([newest, shim]);
  },
);

test('there is none where there is none', () => {
  expect(rubies('nothing')).toEqual([]);
});
