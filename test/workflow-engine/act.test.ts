import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { snippetFiles } from '../docs/snippet-files.js';
import { workflowSnippets } from '../docs/workflows.js';
import { missingInterpreter } from '../interpreters.js';
import { fixture, repositoryRoot } from '../paths.js';
import { type ActRun, findAct } from './act.js';
import { commitAll, layRepository } from './checkout.js';
import { dimensionOf, eligibilityOf, type WorkflowJob } from './workflow.js';

const workflow = '.github/workflows/scenarios.yml';
const workflowText = readFileSync(join(repositoryRoot, workflow), 'utf8');
const { jobs } = parse(workflowText) as {
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

/** Where the jobs work: for each one, act copies the whole checkout. */
const workingDirectories = Array.from(
  `${workflowText}${failing}`.matchAll(/working-directory: ([\w/-]+)$/gm),
  ([, path = '']) => path,
);

const act = await findAct();
if ('unavailable' in act) console.warn(`The workflows do not run under act: ${act.unavailable}`);
const withAct = 'run' in act ? test : test.skip;

/** The workflows of the documentation that need nothing but a checkout and this action. A comparison needs a history too, and a role AWS. */
const documented = workflowSnippets.filter(
  ({ text, workflow }) =>
    /^jobs:/m.test(text) &&
    !text.includes('fetch-depth: 0') &&
    !text.includes('role-to-assume') &&
    Object.values(workflow.jobs).every((job) => eligibilityOf(job).eligible),
);

describe('under act', () => {
  let folder = '';

  beforeAll(async () => {
    if ('unavailable' in act) return;
    folder = await mkdtemp(join(tmpdir(), 'act-'));
    layRepository(join(folder, 'checkout'), ['action.yml', 'package.json', '.github', ...workingDirectories]);
    commitAll(join(folder, 'checkout'), { '.github/workflows/failing.yml': failing });
    layRepository(join(folder, 'action'), ['action.yml', 'package.json']);
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  async function run(job: string, file = workflow, matrix: readonly string[] = []): Promise<ActRun> {
    if ('unavailable' in act) throw new Error(act.unavailable);
    const scratch = join(folder, job);
    return act.run({
      checkout: join(folder, 'checkout'),
      workflow: file,
      job,
      matrix,
      scratch,
      cache: join(folder, 'cache'),
    });
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

  for (const { name, workflow, text } of documented) {
    withAct(`${name} succeeds, with this action as one of another repository`, async () => {
      if ('unavailable' in act) throw new Error(act.unavailable);
      const place = await mkdtemp(join(folder, 'snippet-'));
      const checkout = join(place, 'checkout');
      await cp(fixture('docs', 'shop'), checkout, { recursive: true });
      commitAll(checkout, { ...snippetFiles, '.github/workflows/snippet.yml': text });
      const { code, output, orphans } = await act.run({
        checkout,
        workflow: '.github/workflows/snippet.yml',
        event: typeof workflow.on === 'string' ? workflow.on : (Object.keys(workflow.on as object)[0] ?? ''),
        repositories: { 'OWNER/invoke-local@v1': join(folder, 'action') },
        path: [fixture('docs', 'bin')],
        scratch: join(place, 'scratch'),
        cache: join(folder, 'cache'),
      });
      expect(output).not.toContain('Job failed');
      const legs = Object.values(workflow.jobs).map((job) => Math.max(1, dimensionOf(job, 'service').length));
      expect(output.match(/Job succeeded/g)).toHaveLength(legs.reduce((sum, count) => sum + count, 0));
      expect(code).toBe(0);
      expect(orphans).toEqual([]);
    });
  }

  withAct('a job that serves functions shows their logs in its post step, and has ended the server', async () => {
    const served = /hello \| .*Greeting Ada/;
    // Act's terminal now and then drops what a process prints last: one run of three has to show it.
    let ended = await run('serve');
    for (let again = 0; again < 2 && !served.test(ended.output); again++) ended = await run('serve');
    const { code, output, orphans } = ended;
    expect(code).toBe(0);
    expect(output).toContain('Log of the functions that were served');
    expect(output).toMatch(/hello \| .*Greeting Ada/);
    expect(orphans).toEqual([]);
  });

  withAct('a job whose function fails stops at its step', async () => {
    const annotation = /::error title=TypeError,file=test\/fixtures\/action-node\/src\/fails\.mjs,line=2/;
    // Act's terminal now and then drops what a process prints last: one run of three has to show it.
    let ended = await run('fails', '.github/workflows/failing.yml');
    for (let again = 0; again < 2 && !annotation.test(ended.output); again++) {
      ended = await run('fails', '.github/workflows/failing.yml');
    }
    const { code, output, orphans } = ended;
    expect(code).toBe(1);
    expect(output).toContain('Job failed');
    expect(output).toContain('::set-output:: error-type=TypeError');
    expect(output).toMatch(annotation);
    expect(output).not.toContain('never');
    expect(orphans).toEqual([]);
  });
});

test('most workflows of the documentation can run under act', () => {
  expect(documented.length).toBeGreaterThan(3);
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
