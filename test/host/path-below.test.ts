import { posix, win32 } from 'node:path';
import { expect, test } from '@jest/globals';
import { isBelow, pathBelow } from '../../src/host/path-below.js';

test.each([
  ['/a/b', '/a/b/c.js', 'c.js'],
  ['/a/b', '/a/b/c/d.js', 'c/d.js'],
  ['/a/b', '/a/b', undefined],
  ['/a/b', '/a/bc', undefined],
  ['/a/b', '/a/c', undefined],
  ['/a/b', '/a/b/..c', '..c'],
  ['/A', '/a/b', undefined],
])('in %s, %s is %s', (folder, path, way) => {
  expect(pathBelow(folder, path, posix)).toBe(way);
  expect(isBelow(path, folder, posix)).toBe(way !== undefined);
});

test.each([
  ['C:\\a', 'C:\\a\\b\\c.js', 'b/c.js'],
  ['c:\\A', 'C:\\a\\b.js', 'b.js'],
  ['C:\\a', 'C:\\a', undefined],
  ['C:\\a', 'C:\\ab', undefined],
  ['C:\\a', 'D:\\a\\b', undefined],
  ['C:\\a', '\\\\host\\share\\b', undefined],
])('on Windows, in %s, %s is %s', (folder, path, way) => {
  expect(pathBelow(folder, path, win32)).toBe(way);
  expect(isBelow(path, folder, win32)).toBe(way !== undefined);
});

test.each([
  ['/', '/a', posix],
  ['C:\\', 'C:\\a', win32],
])('in the root %s is a way to %s, and nothing is inside of it', (root, path, paths) => {
  expect(pathBelow(root, path, paths)).toBe('a');
  expect(isBelow(path, root, paths)).toBe(false);
});

test('a path with dots is below what it leads into', () => {
  expect(pathBelow('/a', '/a/b/../c', posix)).toBe('c');
  expect(pathBelow('/a', '/a/../c', posix)).toBeUndefined();
});
