import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type JobStep, runJob } from './harness/run-job.js';
import { missingInterpreter } from './interpreters.js';
import { repositoryRoot } from './paths.js';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly name: string; readonly steps: readonly JobStep[] }>>;
}

const { jobs } = parse(readFileSync(join(repositoryRoot, '.github', 'workflows', 'scenarios.yml'), 'utf8')) as Workflow;

const onLinux = process.platform === 'linux' ? test : test.skip;

for (const [name, { steps }] of Object.entries(jobs)) {
  const missing = missingInterpreter(name);
  if (missing !== undefined) console.warn(`The scenario ${name} is not run: there is no ${missing}.`);
  (missing === undefined ? onLinux : test.skip)(`the scenario ${name} passes under the harness`, async () => {
    const temp = mkdtempSync(join(tmpdir(), 'scenario-'));
    await runJob(steps, { contexts: { runner: { temp } } });
  });
}

onLinux('a check that does not hold fails its scenario', async () => {
  const steps = [
    { id: 'x', uses: './', with: { function: 'hello', 'working-directory': 'examples/hello' } },
    { run: 'test "$STATUS" = timeout', env: { STATUS: '${' + '{ steps.x.outputs.status }}' } },
  ];
  await expect(runJob(steps)).rejects.toThrow('success = timeout');
});
