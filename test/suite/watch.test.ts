import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LambdaFunction } from '../../src/lambda/function/lambda-function.js';
import { affectedCases } from '../../src/suite/watch/affected-cases.js';
import { loadedFiles } from '../../src/suite/watch/loaded-files.js';
import { suiteCase } from '../report/suite-results.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'watch-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function functionIn(folder: string, handler = 'src/a.go', runtime = 'nodejs22.x'): LambdaFunction {
  const code = { kind: 'folder', folder } as const;
  return { handler, runtime, code, sourceRoot: folder } as unknown as LambdaFunction;
}

/** What a function loads, relative to its folder. */
function loaded(folder: string, fn = functionIn(folder)): 'unknown' | string[] {
  const files = loadedFiles(fn);
  return files === 'unknown' ? files : [...files].map((file) => file.slice(folder.length + 1).replaceAll('\\', '/'));
}

describe('the files that a function loads', () => {
  test.each<[string, Record<string, string>, readonly string[]]>([
    ['require', { 'src/a.js': `require('./b')`, 'src/b.js': '' }, ['src/a.js', 'src/b.js']],
    ['import', { 'src/a.mjs': `import { x } from './b.mjs'`, 'src/b.mjs': '' }, ['src/a.mjs', 'src/b.mjs']],
    ['import for its effect', { 'src/a.ts': `import './b'`, 'src/b/index.ts': '' }, ['src/a.ts', 'src/b/index.ts']],
    ['export from', { 'src/a.ts': `export * from "../lib/b.js"`, 'lib/b.ts': '' }, ['src/a.ts', 'lib/b.ts']],
    ['import()', { 'src/a.js': `import('./b.js')`, 'src/b.js': '' }, ['src/a.js', 'src/b.js']],
    [
      'a path',
      { 'src/a.js': `read(new URL('./b.html', import.meta.url))`, 'src/b.html': '' },
      ['src/a.js', 'src/b.html'],
    ],
    ['JSON', { 'src/a.js': `require('./b')`, 'src/b.json': '' }, ['src/a.js', 'src/b.json']],
    ['each other', { 'src/a.js': `require('./b')`, 'src/b.js': `require('./a')` }, ['src/a.js', 'src/b.js']],
    [
      'packages and modules of Node.js, which are left out',
      {
        'src/a.ts': `import fs from 'node:fs'; import type { X } from 'aws-lambda'; import '@aws-sdk/client-s3'; import 'p';`,
        'node_modules/p/index.js': '',
        'node_modules/@types/aws-lambda/index.d.ts': '',
      },
      ['src/a.ts'],
    ],
  ])('are found by %s', (_, files, expected) => {
    expect(loaded(folderWith(files))).toEqual(expected);
  });

  test.each<[string, Record<string, string>]>([
    ['an import is computed', { 'src/a.js': 'require(`./${name}`)' }],
    ['an import has a variable', { 'src/a.js': 'import(name)' }],
    ['an import is an alias', { 'src/a.ts': `import '@lib/b'` }],
    ['there is no such handler', {}],
  ])('are unknown where %s', (_, files) => {
    expect(loaded(folderWith(files))).toBe('unknown');
  });

  test('are unknown for another language, and with a package of the same repository', () => {
    const folder = folderWith({
      'src/a.js': `require('shared')`,
      'packages/shared/index.js': '',
      'node_modules/x/a': '',
    });
    symlinkSync(join(folder, 'packages/shared'), join(folder, 'node_modules/shared'), 'junction');
    expect(loaded(folder)).toBe('unknown');
    expect(loaded(folder, functionIn(folder, 'a.go', 'python3.13'))).toBe('unknown');
  });
});

describe('a change is about', () => {
  const folder = folderWith({
    'src/a.js': `require('./both')`,
    'src/b.js': `require('./both')`,
    'src/both.js': '',
    'a.yml': '',
    'b.yml': '',
    'event.json': '',
    'serverless.yml': '',
  });
  const at = (file: string): string => join(folder, file);
  const caseOf = (name: string, more: Parameters<typeof suiteCase>[1] = {}) => ({
    case: suiteCase(name, { function: name, origin: { file: at(`${name}.yml`), of: () => undefined }, ...more }),
  });
  const cases = [caseOf('a'), caseOf('b', { event: { kind: 'path', path: at('event.json') } }), caseOf('p')];
  const functions = new Map([
    ['a', functionIn(folder, 'src/a.go')],
    ['b', functionIn(folder, 'src/b.go')],
  ]);
  test.each<[string, readonly string[], readonly string[]]>([
    ['the function that loads the file, and those whose files are unknown', ['src/a.js'], ['a', 'p']],
    ['every function that loads it', ['src/both.js'], ['a', 'b', 'p']],
    ['the cases of a case file', ['a.yml'], ['a']],
    ['the cases of an event', ['event.json'], ['b']],
    ['a case and a function', ['a.yml', 'src/b.js'], ['a', 'b', 'p']],
    ['every case, where the configuration changed', ['serverless.yml'], ['a', 'b', 'p']],
    ['every case, where nobody is known to load the file', ['src/template.html'], ['a', 'b', 'p']],
    ['no case, where nothing changed', [], []],
  ])('%s', (_, files, expected) => {
    const affected = affectedCases(cases, { files: new Set(files.map(at)), functions });
    expect(affected.map((each) => each.case.name)).toEqual(expected);
  });
});
