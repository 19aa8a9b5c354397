import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type JobStep, runJob } from './harness/run-job.js';
import { repositoryRoot } from './paths.js';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly name: string; readonly steps: readonly JobStep[] }>>;
}

const { jobs } = parse(readFileSync(join(repositoryRoot, '.github', 'workflows', 'scenarios.yml'), 'utf8')) as Workflow;

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux.each(Object.entries(jobs))('the scenario %s passes under the harness', async (_, { steps }) => {
  await runJob(steps);
});

onLinux('a check that does not hold fails its scenario', async () => {
  const steps = [
    { id: 'x', uses: './', with: { function: 'hello', 'working-directory': 'examples/hello' } },
    { run: 'test "$STATUS" = timeout', env: { STATUS: '${' + '{ steps.x.outputs.status }}' } },
  ];
  await expect(runJob(steps)).rejects.toThrow('success = timeout');
});
