import { expect, test } from '@jest/globals';
import { filesBelow } from '../../src/host/files-below.js';
import { folderOf } from '../service/open-folder.js';

async function walked(most: number): Promise<string[]> {
  const folder = await folderOf({ 'b/c/3.txt': '', 'b/2.txt': '', '1.txt': '', 'node_modules/4.txt': '' });
  const enters = ({ name }: { readonly name: string }): boolean => name !== 'node_modules';
  return [...filesBelow(folder, { most, enters })].map((path) => path.slice(folder.length + 1).replaceAll('\\', '/'));
}

test('the nearest files come first, and folders that are not entered have none', async () => {
  expect(await walked(100)).toEqual(['1.txt', 'b/2.txt', 'b/c/3.txt']);
});

test('no folder is read after the most that is looked at', async () => {
  expect(await walked(3)).toEqual(['1.txt']);
});

test('what is not there has no files', () => {
  expect([...filesBelow('/nowhere/at/all', { most: 10, enters: () => true })]).toEqual([]);
});
