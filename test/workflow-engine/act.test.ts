import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { missingInterpreter } from '../interpreters.js';
import { repositoryRoot } from '../paths.js';
import { type ActRun, findAct } from './act.js';
import { commitAll, layRepository } from './checkout.js';
import { eligibilityOf, type WorkflowJob } from './workflow.js';

const workflow = '.github/workflows/scenarios.yml';
const { jobs } = parse(readFileSync(join(repositoryRoot, workflow), 'utf8')) as {
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
};
const judged = Object.entries(jobs).map(([name, job]) => ({ name, ...eligibilityOf(job) }));
const eligible = judged.flatMap(({ name, ...job }) => (job.eligible ? [{ name, matrix: job.matrix }] : []));

const failing = `
on: push
jobs:
  fails:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - id: fails
        uses: ./
        with:
          function: fails
          working-directory: test/fixtures/action-node
      - run: echo never
`;

const act = await findAct();
const withAct = 'run' in act ? test : test.skip;

describe('under act', () => {
  let folder = '';

  beforeAll(async () => {
    if ('unavailable' in act) return console.warn(`The workflows do not run under act: ${act.unavailable}`);
    folder = await mkdtemp(join(tmpdir(), 'act-'));
    layRepository(join(folder, 'checkout'), ['action.yml', 'runtimes', '.github', 'examples', 'test/fixtures']);
    commitAll(join(folder, 'checkout'), { '.github/workflows/failing.yml': failing });
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  async function run(job: string, file = workflow, matrix: readonly string[] = []): Promise<ActRun> {
    if ('unavailable' in act) throw new Error(act.unavailable);
    const scratch = join(folder, job);
    await mkdir(scratch);
    return act.run({ checkout: join(folder, 'checkout'), workflow: file, job, matrix, scratch });
  }

  for (const { name, matrix } of eligible) {
    const missing = missingInterpreter(name);
    if (missing !== undefined) console.warn(`The scenario ${name} does not run under act: there is no ${missing}.`);
    (missing === undefined ? withAct : test.skip)(`the scenario ${name} succeeds`, async () => {
      const { code, output, orphans } = await run(name, workflow, matrix);
      expect(output).toContain('Job succeeded');
      expect(output).not.toContain('Job failed');
      expect(code).toBe(0);
      expect(orphans).toEqual([]);
    });
  }

  withAct('a job whose function fails stops at its step', async () => {
    const { code, output, orphans } = await run('fails', '.github/workflows/failing.yml');
    expect(code).toBe(1);
    expect(output).toContain('Job failed');
    expect(output).toMatch(/::error title=TypeError,file=test\/fixtures\/action-node\/src\/fails\.mjs,line=2/);
    expect(output).not.toContain('never');
    expect(orphans).toEqual([]);
  });
});

test('most of the scenarios can run under act, and each other one has a reason', () => {
  expect(eligible.length).toBeGreaterThan(judged.length / 2);
  const reasons = judged.flatMap((job) => (job.eligible ? [] : [job.reason]));
  for (const reason of reasons) expect(reason).toMatch(/^needs actions\/setup-/);
});

test.each([
  [
    { 'runs-on': 'windows-latest', steps: [] },
    { eligible: false, reason: 'runs on windows-latest' },
  ],
  [
    { 'runs-on': 'ubuntu-latest', steps: [{ uses: 'actions/setup-python@v6' }] },
    { eligible: false, reason: 'needs actions/setup-python@v6' },
  ],
  [
    { 'runs-on': 'ubuntu-latest', steps: [{ uses: './' }, {}] },
    { eligible: true, matrix: [] },
  ],
])('the job %j is %j', (job, expected) => {
  expect(eligibilityOf(job)).toEqual(expected);
});
