import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { filesOfFolder } from '../../../src/suite/cases/folder-glob.js';
import { globFiles } from '../../../src/suite/cases/glob-files.js';
import { folderOf } from '../../service/open-folder.js';

const files = Object.fromEntries(
  [
    'a.yml',
    'b.yml',
    'B.yml',
    'a.suite.yml',
    'ayml',
    '.hidden.yml',
    '.yml',
    'ä b-c_d.yml',
    'line\nbreak.yml',
    'a$b^c,d#e&f.yml',
    '\u{1f4a1}.yml',
    'tests/one.yml',
    'tests/two.yaml',
    'tests/deep/three.yml',
    'node_modules/pkg/four.yml',
    '.git/five.yml',
  ].map((name) => [name, 'cases: []\n']),
);

async function folder(): Promise<string> {
  const made = await folderOf(files);
  mkdirSync(join(made, 'folder.yml'));
  symlinkSync(join(made, 'a.yml'), join(made, 'tests', 'link.yml'));
  symlinkSync(join(made, 'nothing'), join(made, 'tests', 'broken.yml'));
  symlinkSync(join(made, 'tests'), join(made, 'tests', 'round.yml'));
  symlinkSync(join(made, 'tests'), join(made, 'linked'));
  return made;
}

describe('a glob of one folder finds what the library finds', () => {
  test.each([
    '*.yml',
    './*.yml',
    '*',
    'a*',
    'a*.yml',
    '*.s*e.yml',
    '.*.yml',
    '.*',
    '*yml',
    'ä *.yml',
    '*break.yml',
    'a$b^c,d#e&*.yml',
    '\u{1f4a1}*',
    'tests/*.yml',
    'tests/*.y*ml',
    'tests//*.yml',
    'tests/../*.yml',
    'linked/*.yml',
    'nothing/*.yml',
    'a.yml/*',
  ])('%s', async (pattern) => {
    const made = await folder();
    const expected = await globFiles(pattern, [], made);
    expect(filesOfFolder(pattern, made) ?? expected).toEqual(expected);
  });

  test('by its absolute path', async () => {
    const made = await folder();
    const pattern = `${made}/tests/*.yml`;
    expect(filesOfFolder(pattern, '/')).toEqual([join(made, 'tests', 'link.yml'), join(made, 'tests', 'one.yml')]);
    expect(await globFiles(pattern, [], '/')).toEqual(filesOfFolder(pattern, '/'));
  });
});

test.each([
  'a.yml',
  '**/*.yml',
  'tests/**',
  'te*/one.yml',
  '{a,b}*.yml',
  '[ab]*.yml',
  '?*.yml',
  '+(a)*.yml',
  '\\*.yml',
  '"*.yml"',
  '!*.yml',
  'node_modules/pkg/*.yml',
  '.git/*.yml',
])('the pattern %s is left to the library', async (pattern) => {
  expect(filesOfFolder(pattern, await folder())).toBeUndefined();
});
