import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { repositoryRoot } from './paths.js';

interface PluginTables {
  withPluginTables(): Promise<string>;
}

test('the tables of plugins in docs/serverless.md are those of the register', async () => {
  const script = pathToFileURL(join(repositoryRoot, 'scripts', 'plugin-tables.js')).href;
  const { withPluginTables } = (await import(script)) as PluginTables;
  expect(readFileSync(join(repositoryRoot, 'docs', 'serverless.md'), 'utf8')).toBe(await withPluginTables());
});
