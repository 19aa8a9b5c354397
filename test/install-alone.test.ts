import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { installAlone } from './install-alone.js';

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'install-alone-')), 'it');

test('of several at a time one installs, and the others wait for it', async () => {
  const folder = newFolder();
  let running = 0;
  let most = 0;
  let count = 0;
  const install = async (): Promise<void> => {
    most = Math.max(most, ++running);
    for (let turns = 0; turns < 10; turns++) await turn();
    writeFileSync(join(folder, 'file'), String(++count));
    running--;
  };
  await Promise.all([1, 2, 3].map(() => installAlone(folder, install)));
  expect([most, count, readdirSync(join(folder, '..'))]).toEqual([1, 1, ['it']]);
});

test('one that fails is tried again by the next', async () => {
  const folder = newFolder();
  await expect(installAlone(folder, () => Promise.reject(new Error('no registry')))).rejects.toThrow('no registry');
  expect(existsSync(join(folder, 'complete'))).toBe(false);
  await installAlone(folder, async () => {});
  expect(readdirSync(folder)).toEqual(['complete']);
});

test('the lock of a process that was killed holds nobody up', async () => {
  const folder = newFolder();
  writeFileSync(`${folder}.installing`, String(2 ** 22 + 1));
  await installAlone(folder, async () => {});
  expect(readdirSync(join(folder, '..'))).toEqual(['it']);
});
