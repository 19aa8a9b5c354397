import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { nodeSdk } from '../../src/lambda/image/node-image.js';
import { pythonDistributions, pythonRequirements } from '../../src/lambda/image/python-image.js';
import { installEnvironment } from '../install-environment.js';
import { recordedAnswer } from '../services/recorded-answer.js';

const run = promisify(execFile);

/** A package and its version, as the names of its files begin. */
const named = (wanted: string): string => wanted.replace(/^@/, '').replaceAll(/==|[@/]/g, '-');

/** The names of the files that a registry gives for what is asked for, without what that needs. An answer to the same question is recorded. */
async function published(title: string, command: string, args: readonly string[]): Promise<string[]> {
  const program = `the registry of ${command}`;
  const answer = await recordedAnswer({ name: ['image', title], program, args }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'invoke-local-table-'));
    try {
      const shell = process.platform === 'win32';
      await run(command, args, { cwd: folder, env: installEnvironment(), timeout: 120_000, shell });
      const files = (await readdir(folder)).map((name) => name.replaceAll('_', '-')).sort();
      return files.filter((file) => args.some((arg) => file.startsWith(named(arg)))).join('\n');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  return answer.split('\n');
}

describe('the versions in the table of images are published', () => {
  test.each(['12', '16', '18', '20', '22'])(
    'for Node.js %s',
    async (version) => {
      const sdk = nodeSdk(version);
      const names = sdk.kind === 'v2' ? ['aws-sdk'] : ['@aws-sdk/client-s3', '@aws-sdk/lib-dynamodb'];
      for (const name of names) {
        const wanted = `${name}@${sdk.version}`;
        const files = await published(`npm ${name} ${version}`, 'npm', [
          'pack',
          '--silent',
          '--ignore-scripts',
          wanted,
        ]);
        expect(files).toEqual([`${named(wanted)}.tgz`]);
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
      const files = await published(`pip ${version}`, 'pip3', [...args, ...requirements]);
      expect(files.map((file) => file.replace(/-py\d.*\.whl$/, ''))).toEqual(requirements.map(named).sort());
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
