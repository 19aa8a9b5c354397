import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openFolder } from '../service/open-folder.js';
import { writeLargeService } from './large-service.js';
import { runFunction } from './run-function.js';

const count = 200;

describe('a service of 200 functions in files of their own', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'invoke-local-large-'));
    await writeLargeService(folder, count, 'in a file each');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('has them in their order, each with its own settings', async () => {
    const service = await openFolder(folder);
    const names = await service.names();
    expect(names).toEqual(Array.from({ length: count }, (_, number) => `f${number}`));
    const loaded = await Promise.all(names.map((name) => service.load(name)));
    for (const [number, fn] of loaded.entries()) {
      expect(fn).toMatchObject({
        timeoutMs: ((number % 30) + 1) * 1000,
        memorySizeMiB: 128 + 64 * (number % 8),
        environment: { TABLE: `large-dev-t${number}`, LIMIT: String(number * 10), REGION: 'eu-west-1' },
      });
    }
  });

  test('runs every one of them', async () => {
    const numbers = Array.from({ length: count }, (_, number) => number);
    const answers: unknown[] = [];
    const runRest = async (): Promise<void> => {
      for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
        answers[number] = (await runFunction(folder, `f${number}`)).answer;
      }
    };
    await Promise.all([runRest(), runRest()]);
    expect(answers).toEqual(
      Array.from({ length: count }, (_, number) => [`large-dev-t${number}`, String(number * 10), 'eu-west-1']),
    );
  }, 300_000);
});
