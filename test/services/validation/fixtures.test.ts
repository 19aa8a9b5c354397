import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { expect, test } from '@jest/globals';
import { UserError } from '../../../src/diagnostics/user-error.js';
import { fixture, repositoryRoot } from '../../paths.js';
import { openFolder } from '../../service/open-folder.js';
import { newProjectCode } from '../run-function.js';

/** What is wrong on purpose. */
const meant = ['typescript-esbuild/rank: config-number-changed'];

function configurationsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|[\\/])serverless\.(?:ya?ml|json|[cm]?[jt]s)$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file));
}

/** What validation finds of all functions of a configuration that can be loaded without anything given. */
async function findingsOf(config: string): Promise<string[]> {
  await using projectCode = newProjectCode();
  const found: string[] = [];
  try {
    const service = await openFolder(dirname(config), { projectCode });
    for (const name of await service.names()) {
      const fn = await service.load(name).catch(ignoreUserError);
      const findings = (await fn?.validation?.findings()) ?? [];
      found.push(...findings.map(({ code }) => `${relative(fixture('services'), dirname(config))}/${name}: ${code}`));
    }
  } catch (error) {
    ignoreUserError(error);
  }
  return found;
}

function ignoreUserError(error: unknown): undefined {
  if (error instanceof UserError) return undefined;
  throw error;
}

test('the configurations of this repository are valid, but for what is wrong on purpose', async () => {
  const configurations = [fixture(), join(repositoryRoot, 'examples')].flatMap(configurationsIn);
  expect(configurations.length).toBeGreaterThan(30);
  const found = await Promise.all(configurations.map(findingsOf));
  expect(found.flat()).toEqual(meant);
}, 60_000);
