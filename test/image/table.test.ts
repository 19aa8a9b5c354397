import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';

import { nodeSdk } from '../../src/lambda/image/node-image.js';
import { pythonDistributions, pythonRequirements } from '../../src/lambda/image/python-image.js';
import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);

/** What is known of this version of the table is kept in the cache, under a name that has the versions. */
const answers = join(repositoryRoot, '.cache', 'image-table');

/**
 * Asks a registry, once for each question.
 * @returns why there is no answer, else `undefined`
 */
async function asked(name: string, command: string, args: readonly string[]): Promise<string | undefined> {
  const file = join(answers, name.replaceAll(/[^\w.=-]/g, '_'));
  if (existsSync(file)) return undefined;
  const folder = join(answers, `download-${process.pid}`);
  await mkdir(folder, { recursive: true });
  try {
    await run(command, args, { cwd: folder, timeout: 120_000, shell: process.platform === 'win32' });
    await writeFile(file, '');
    return undefined;
  } catch (error) {
    const { stderr = '', message } = error as Error & { readonly stderr?: string };
    return (stderr.trim() || message).slice(-500);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How npm and pip say that they reach no registry, or are not there. */
const noRegistry =
  /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENOENT|Failed to establish a new connection|Max retries exceeded/;

function check(reason: string | undefined): void {
  if (reason !== undefined && noRegistry.test(reason)) {
    console.warn(`The table is not held against the registry, which can't be reached: ${reason.slice(0, 200)}`);
    return;
  }
  expect(reason).toBeUndefined();
}

describe('the versions in the table of images are published', () => {
  test.each(['12', '16', '18', '20', '22'])(
    'for Node.js %s',
    async (version) => {
      const sdk = nodeSdk(version);
      const names = sdk.kind === 'v2' ? ['aws-sdk'] : ['@aws-sdk/client-s3', '@aws-sdk/lib-dynamodb'];
      for (const name of names) {
        const wanted = `${name}@${sdk.version}`;
        check(await asked(`npm-${wanted}`, 'npm', ['pack', '--silent', '--ignore-scripts', wanted]));
      }
    },
    300_000,
  );

  test.each(['3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14'])(
    'for Python %s, and fit together',
    async (version) => {
      const hooks = version === '3.8' ? [] : pythonRequirements('snapshot-restore-py', version);
      const requirements = [...pythonRequirements('boto3', version), ...hooks];
      const args = ['download', '--quiet', '--only-binary=:all:', '--implementation=cp', `--python-version=${version}`];
      check(await asked(`pip-${version}-${requirements.join('-')}`, 'pip3', [...args, ...requirements]));
    },
    300_000,
  );

  test('and each of its modules for functions has a distribution', () => {
    const modules = pythonDistributions
      .filter(({ isForFunctions }) => isForFunctions)
      .flatMap(({ modules }) => modules);
    expect(modules).toContain('dateutil');
    expect(new Set(modules).size).toBe(modules.length);
  });
});
