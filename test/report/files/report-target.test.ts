import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { finalPath, settleTargets } from '../../../src/report/files/report-target.js';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'targets-')));
mkdirSync(join(base, 'folder'));
writeFileSync(join(base, 'file'), '');
symlinkSync('folder', join(base, 'link'));

function settle(json: string, junit?: string): ReturnType<typeof settleTargets> {
  const paths = { 'report-json': json, ...(junit === undefined ? {} : { 'report-junit': junit }) };
  return settleTargets(paths, base, (kind) => `The input \`${kind}\``);
}

test.each([
  ['a name', 'report.json', 'report.json'],
  ['a file that is there', 'file', 'file'],
  ['an absolute path', join(base, 'report.json'), 'report.json'],
  ['a folder that is there', 'folder/report.json', 'folder/report.json'],
  ['folders that are not', './a/b/../c/report.json', 'a/c/report.json'],
  ['a link to a folder, which is settled now', 'link/new/report.json', 'folder/new/report.json'],
])('%s is where a report goes', (_, path, expected) => {
  const { targets, refusal } = settle(path);
  expect(refusal).toBeUndefined();
  const target = targets['report-json'];
  expect(target && finalPath(target)).toBe(join(base, expected));
});

describe('a path that no report can have is refused, and says why:', () => {
  test.each([
    ['a folder', 'folder', 'report-path-folder', 'The input `report-json` names folder, which is a folder.'],
    ['a folder that is not there', 'new/', 'report-path-folder', 'names new, which is a folder'],
    ['the workspace', '.', 'report-path-folder', 'names ., which is a folder'],
    ['below a file', 'file/a/report.json', 'report-path-in-file', 'names a path below file, which is a file'],
    ['a device', '/dev/null', 'report-path-device', 'names /dev/null, which is a device'],
    ['a NUL', 'a\0b', 'report-path-unusable', 'names "a\\u0000b", which can\'t be a report\'s path'],
    ['a name that is too long', 'x'.repeat(5000), 'report-path-unusable', 'ENAMETOOLONG'],
  ])('%s', (_, path, code, message) => {
    if (path === '/dev/null' && process.platform === 'win32') return;
    const { targets, refusal } = settle(path);
    expect(targets).toEqual({});
    expect(refusal?.diagnostic).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test('the path of another report, also through a link', () => {
    for (const other of ['folder/report', './link/../folder/report', 'link/report']) {
      const { targets, refusal } = settle('folder/report', other);
      expect(Object.keys(targets)).toEqual(['report-json']);
      expect(refusal?.diagnostic).toMatchObject({
        code: 'report-path-shared',
        message: expect.stringMatching(/^The input `report-junit` names .*the path of another report too\.$/),
      });
    }
  });

  test('and the other report is settled all the same', () => {
    const { targets, refusal } = settle('folder', 'report.xml');
    expect(Object.keys(targets)).toEqual(['report-junit']);
    expect(refusal).toBeDefined();
  });
});
