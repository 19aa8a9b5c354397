import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { newRepository } from '../../git/repositories.js';
import type { StepResult } from '../../harness/run-step.js';
import { resultsProblems } from '../../report/json/validate.js';
import { junitProblems } from '../../report/junit/validate.js';
import { invokeStep } from './step.js';

const suite = Array.from(
  { length: 9 },
  (_, index) => `- { name: case ${index}, function: ${index % 2 === 0 ? 'echo' : 'http'}, data: ${index} }`,
).join('\n');

function run(inputs: Record<string, string>, more: Partial<Parameters<typeof invokeStep>[0]> = {}) {
  return invokeStep({ service: 'action-suite', with: inputs, ...more });
}

interface Matrix {
  readonly include: readonly { readonly shard: string; readonly index: number; readonly cases: number }[];
}

/** Runs every shard of a plan, and gives the folder with their results. */
async function runShards(of = suite): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'shards-'));
  const { outputs } = await run({ suite: of, plan: 'true', shards: '3' });
  for (const { shard, index } of (JSON.parse(outputs['matrix'] ?? '') as Matrix).include) {
    await run({ suite: of, shard, 'report-json': join(folder, `results-${index}.json`), 'fail-on-error': 'false' });
  }
  return folder;
}

const errorsOf = ({ annotations }: StepResult) => annotations.filter(({ type }) => type === 'error');
const logOf = ({ log }: StepResult): string => stripVTControlCharacters(log.join('\n'));

describe('shards', () => {
  test('are planned, run, and merged to one verdict with one set of reports', async () => {
    const plan = await run({ suite, plan: 'true', shards: '3' });
    const matrix = JSON.parse(plan.outputs['matrix'] ?? '') as Matrix;
    expect(matrix.include.map(({ shard, index }) => [shard, index])).toEqual([
      ['1/3', 1],
      ['2/3', 2],
      ['3/3', 3],
    ]);
    expect(matrix.include.reduce((sum, { cases }) => sum + cases, 0)).toBe(9);
    expect(plan.outputs).toMatchObject({
      'has-cases': 'true',
      total: '9',
      passed: '',
      status: 'success',
      'results-file': '',
    });
    expect(plan.summary).toMatch(/^### 🧩 9 cases on 3 shards\n/);
    expect(logOf(plan)).toContain('9 cases on 3 shards: 3 each');

    const folder = await runShards();
    const [json, junit] = [join(folder, 'merged.json'), join(folder, 'merged.xml')];
    const merged = await run({ merge: join(folder, 'results-*.json'), 'report-json': json, 'report-junit': junit });
    expect(merged.outcome).toBe('success');
    expect(merged.outputs).toMatchObject({ total: '9', passed: '9', failed: '0', 'results-file': json, matrix: '' });
    expect(merged.summary).toMatch(/^### ✅ 9 cases passed\n/);
    const results = JSON.parse(readFileSync(json, 'utf8'));
    expect(resultsProblems(results)).toEqual([]);
    expect(results).not.toHaveProperty('shard');
    expect(await junitProblems(readFileSync(junit, 'utf8'))).toEqual([]);
  });

  test('that failed, or are missing, fail the merge, with annotations', async () => {
    const failing = `${suite}\n- { name: wrong, function: echo, data: 1, expect: { output: 2 } }`;
    const folder = await runShards(failing);
    const failed = await run({ merge: join(folder, 'results-*.json') });
    expect(failed.exitCode).toBe(1);
    expect(failed.outputs).toMatchObject({ total: '10', failed: '1', 'failed-cases': '["wrong"]' });
    expect(errorsOf(failed).map(({ properties }) => properties['title'])).toEqual(['echo: wrong', 'The suite failed']);
    const missing = await run({
      merge: `${join(folder, 'results-1.json')}\n${join(folder, 'results-3.json')}`,
      'fail-on-error': 'false',
    });
    expect(missing.exitCode).toBe(1);
    expect(errorsOf(missing)[0]?.message).toContain('The results of the shard 2/3 are missing.');
    expect(missing.summary).toMatch(/The results of the shard .*2\/3.* are missing\./);
  });

  test('of a suite without any case are none, where that is allowed', async () => {
    const inputs = { suite, 'test-name': 'nothing', plan: 'true' };
    expect((await run(inputs)).exitCode).toBe(1);
    const { outputs } = await run({ ...inputs, 'allow-empty': 'true' });
    expect(outputs).toMatchObject({ matrix: '{"include":[]}', 'has-cases': 'false', total: '0' });
  });

  test.each<[Record<string, string>, string]>([
    [{ suite, shard: '9/8' }, 'The input `shard` is 9/8, and there are only 8 shards.'],
    [{ suite, plan: 'true', shards: '0' }, 'The input `shards` is "0"'],
    [{ suite, plan: 'true', shard: '1/2' }, 'they exclude each other'],
    [{ suite, shards: '2' }, 'means nothing without `plan: true`'],
    [{ merge: 'nothing-*.json' }, 'There is no results file nothing-*.json'],
    [{ merge: 'x.json', suite }, 'The input `suite` asks for something to be run, and `merge` runs nothing'],
    [{ function: 'echo', shard: '1/2' }, '`shard` belongs to a suite'],
    [{ suite, 'compare-with': 'nowhere-at-all' }, 'There is no commit "nowhere-at-all"'],
    [{ suite, 'fail-on': 'all' }, 'The input `fail-on` is "all"'],
  ])('%j is an error, and nothing is run', async (inputs, message) => {
    const result = await run(inputs);
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)[0]).toMatchObject({ message: expect.stringContaining(message) });
    expect(errorsOf(result)[0]?.properties['title']).toMatch(/^Nothing was (?:run|invoked)$/);
  });
});

describe('head against base', () => {
  const configuration =
    'service: compared\nprovider: { name: aws, runtime: nodejs20.x }\nfunctions:\n  price: { handler: price.handler }\n';
  const handler = (total: string): string => `exports.handler = async ({ sku }) => ({ total: ${total}, sku });\n`;
  const cases =
    '- { name: book, function: price, data: { sku: book }, expect: { output: { total: 12 } } }\n- { name: pen, function: price, data: { sku: pen } }\n';

  /** A repository whose handler has changed since its first commit. */
  function changed(before: string, now: string): string {
    const repository = newRepository();
    repository.commit('before', { 'serverless.yml': configuration, 'price.js': handler(before) });
    repository.commit('now', { 'price.js': handler(now) });
    return repository.folder;
  }

  test('shows a regression in outputs, annotations, log and summary', async () => {
    const workspace = changed('12', "sku === 'book' ? 13 : 2");
    const inputs = { suite: cases, 'compare-with': 'HEAD~1', 'fail-on': 'regressions' };
    const result = await run(inputs, { service: '.', workspace });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ broken: '1', changed: '1', fixed: '0', failed: '1' });
    expect(result.outputs['error-message']).toContain('1 of 2 cases is broken:\nprice: book');
    expect(errorsOf(result).map(({ properties }) => properties['title'])).toEqual(['price: book', 'The suite failed']);
    expect(logOf(result)).toContain('Running the cases at HEAD~1');
    expect(result.summary).toMatch(/^### ❌ 1 of 2 cases is broken\n/);
    expect(result.summary).toMatch(/#### Compared with `HEAD~1` \(`[0-9a-f]{10}`\): 1 broken, 1 changed\n/);
    expect(result.summary).toMatch(/\| 💥 \| `price` \| `book` \| broken: .*13.* \|/);
    expect(result.summary).toMatch(/```diff\n.*- {3}"total": 12,\n\+ {3}"total": 2,/s);
  });

  test('passes where what fails failed before, and where nothing but responses changed, by fail-on', async () => {
    const before = await run(
      { suite: cases, 'fail-on': 'regressions', 'compare-with': 'HEAD~1' },
      { service: '.', workspace: changed('11', '10') },
    );
    expect(before.exitCode).toBe(0);
    expect(errorsOf(before)).toEqual([]);
    expect(before.outputs).toMatchObject({ broken: '0', changed: '2', failed: '1', status: 'success' });
    expect(before.summary).toMatch(/^### ✅ None of 2 cases is broken, and 1 fails as before\n/);
    const changes = await run(
      { suite: cases, 'fail-on': 'changes', 'compare-with': 'HEAD~1' },
      { service: '.', workspace: changed('12', "sku === 'pen' ? 3 : 12") },
    );
    expect(changes.exitCode).toBe(1);
    expect(errorsOf(changes)[0]).toMatchObject({ message: expect.stringContaining('3, and 12 before') });
    expect(changes.summary).toMatch(/^### ❌ 1 of 2 cases changed\n/);
  });
});
