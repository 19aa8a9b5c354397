import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderWith } from '../suite/folder.js';
import { entry, nodeRuntime } from './command.js';
import { newPath, resultsIn, type SuiteCommandRun } from './suite-command.js';

const cases = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `- { name: ${name} ${index}, function: ${name}, data: ${index} }\n`).join(
    '',
  );

/** A service whose functions give back what they get. */
const service = folderWith({
  'serverless.yml': `service: shards
provider: { name: aws, runtime: ${nodeRuntime} }
functions:
  one: { handler: handler.echo }
  two: { handler: handler.echo }
`,
  'handler.cjs': 'exports.echo = async (event) => ({ event });\n',
  'one.yml': cases('one', 5),
  'two.yml': `${cases('two', 3)}- { name: left out, function: two, skip: not yet }\n`,
});

const files = ['{one,two}.yml'];

/** Runs the command in the service. */
function command(...args: readonly string[]): Promise<SuiteCommandRun> {
  const env = { PATH: process.env['PATH'], HOME: service };
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...args], { cwd: service, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, lines: stderr.trimEnd().split('\n') });
    });
  });
}

const suite = (args: readonly string[]): Promise<SuiteCommandRun> => command('test', ...args);
const merge = (...args: readonly string[]): Promise<SuiteCommandRun> => command('merge', ...args);

interface Matrix {
  readonly include: readonly { readonly shard: string; readonly index: number; readonly cases: number }[];
}

/** The matrix that a plan prints. */
async function plan(
  ...args: readonly string[]
): Promise<{ readonly matrix: Matrix; readonly lines: readonly string[] }> {
  const run = await suite([...files, '--plan', ...args]);
  expect(run.code).toBe(0);
  return { matrix: JSON.parse(run.stdout) as Matrix, lines: run.lines };
}

/** Runs every shard of a plan, and gives the folder with their results. */
async function runShards(count: number, ...args: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'shards-'));
  const { matrix } = await plan('--shards', String(count), ...args);
  for (const { shard, index, cases } of matrix.include) {
    const file = join(folder, `results-${index}.json`);
    const run = await suite([...files, '--shard', shard, '--report-json', file, ...args]);
    expect(run.code).toBe(0);
    expect(resultsIn(file).cases).toHaveLength(cases);
  }
  return folder;
}

const ids = (file: string): string[] => resultsIn(file).cases.map(({ id }) => id);

describe('shards', () => {
  test('add up to the whole, and the merged results are those of one machine', async () => {
    const whole = newPath('whole.json');
    await suite([...files, '--report-json', whole]);
    const folder = await runShards(3, '--earlier-results', whole);
    const [merged, junit] = [join(folder, 'merged.json'), join(folder, 'merged.xml')];
    const run = await merge(join(folder, 'results-*.json'), '--report-json', merged, '--report-junit', junit);
    expect(run.code).toBe(0);
    expect(ids(merged).toSorted()).toEqual(ids(whole).toSorted());
    expect(resultsIn(merged)).toMatchObject({ verdict: 'passed', totals: resultsIn(whole).totals });
    expect(readFileSync(junit, 'utf8').match(/<testcase /g)).toHaveLength(ids(whole).length);
    expect(run.lines.at(-1)).toBe('9 cases: 8 passed, 0 failed, 1 skipped');
  });

  test('that are missing make the whole fail, and are named', async () => {
    const folder = await runShards(3);
    const merged = join(folder, 'merged.json');
    const run = await merge(join(folder, 'results-[12].json'), '--report-json', merged);
    expect(run.code).toBe(1);
    expect(run.lines.join('\n')).toContain('error: The results of the shard 3/3 are missing.');
    expect(resultsIn(merged)).toMatchObject({ verdict: 'failed', problems: [{ code: 'merge-shard-missing' }] });
  });

  test('that are there twice, of another plan, cut or no results at all make the whole fail', async () => {
    const [folder, other] = [await runShards(2), await runShards(3)];
    copyFileSync(join(folder, 'results-2.json'), join(folder, 'twice.json'));
    copyFileSync(join(other, 'results-3.json'), join(folder, 'other.json'));
    writeFileSync(join(folder, 'cut.json'), readFileSync(join(folder, 'results-1.json')).subarray(0, 900));
    writeFileSync(join(folder, 'none.json'), '{}');
    const run = await merge(join(folder, '*.json'));
    expect(run.code).toBe(1);
    const errors = run.lines
      .filter((line) => line.startsWith('error:'))
      .map((line) => line.replaceAll(`${folder}/`, ''));
    expect(errors).toEqual([
      'error: The results file cut.json ends in the middle, after 900 bytes.',
      'error: none.json is no results file of a suite: it is not what invoke-local writes.',
      expect.stringContaining('other.json is the shard 3/3 of another plan than results-1.json'),
      expect.stringContaining('The shard 2/2 is there twice: results-2.json, twice.json.'),
    ]);
  });

  test('of a suite with fewer cases than shards are as many as cases in a plan; one beyond them passes with none', async () => {
    const { matrix } = await plan('--shards', '200');
    expect(matrix.include.map((each) => each.cases)).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
    const run = await suite([...files, '--shard', '200/200']);
    expect([run.code, run.lines.at(-1)]).toEqual([0, '0 cases: 0 passed, 0 failed, 0 skipped']);
  });

  test('are balanced by the durations of an earlier run; without it there is a notice, and by number', async () => {
    const whole = newPath('whole.json');
    await suite([...files, '--report-json', whole]);
    expect((await plan('--shards', '2', '--earlier-results', whole)).lines.at(-1)).toMatch(
      /^\d+ cases on 2 shards: .* each, and about .* s by the earlier durations, the longest .* s\.$/,
    );
    const { lines } = await plan('--shards', '2', '--earlier-results', 'none.json');
    expect(lines[0]).toMatch(/^notice: There are no earlier results none\.json/);
    expect(lines.at(-1)).toContain('by their number since no earlier durations are known');
  });

  test.each([
    [['--shard', '9/8'], 'The flag --shard is 9/8, and there are only 8 shards.'],
    [['--shard', 'three'], 'The flag --shard is "three", which is not a shard.'],
    [['--plan', '--shards', '257'], 'The flag --shards is "257", and takes a whole number from 1 to 256.'],
    [['--plan', '--shard', '1/2'], 'they exclude each other'],
    [['--shards', '2'], 'means nothing without --plan'],
    [['none.yml', '--plan'], 'There is no case file none.yml'],
  ])('%j is an error, and nothing is run', async (args, message) => {
    const run = await suite([...files, ...args]);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.lines.join('\n')).toContain(message);
  });

  test('a plan without any case is an error, unless that is allowed', async () => {
    expect((await suite([...files, '--plan', '-t', 'nothing'])).code).toBe(2);
    expect((await plan('-t', 'nothing', '--allow-empty')).matrix).toEqual({ include: [] });
  });
});

describe('invoke-local merge', () => {
  test.each([
    [[], 'There is nothing to merge.'],
    [['nothing-*.json'], 'There is no results file nothing-*.json'],
    [['results.json', '--function', 'a'], 'The flag --function means nothing for `merge`'],
  ])('of %j is an error', async (args, message) => {
    const run = await merge(...args);
    expect(run.code).toBe(2);
    expect(run.lines.join('\n')).toContain(message);
  });
});
