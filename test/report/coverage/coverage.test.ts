import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { invokeStep } from '../../action/end-to-end/step.js';
import { begun } from '../../begun.js';
import { entry } from '../../cli/command.js';
import { fixture, repositoryRoot } from '../../paths.js';
import { pythonWith } from '../../services/plugins/python-with.js';

// It may have to be installed, for which no test has the time.
const python = await pythonWith('coverage', '7.17.5');
if ('unavailable' in python)
  console.warn(`coverage.py could not be installed, and is not tested: ${python.unavailable}`);

const onPosix = process.platform === 'win32' ? test.skip : test;

interface Run {
  readonly folder: string;
  readonly code: number;
  readonly stderr: string;
  readonly files: () => Readonly<Record<string, Lcov>>;
}

/** What an lcov file has of a source: how often each line, function and branch ran. */
interface Lcov {
  readonly lines: Readonly<Record<number, number>>;
  readonly functions: Readonly<Record<string, number>>;
  readonly branches: readonly string[];
}

/** A copy of the service, with a package that is installed. */
function service(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'coverage-')));
  cpSync(fixture('coverage'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules', 'installed'), { recursive: true });
  writeFileSync(join(folder, 'node_modules', 'installed', 'index.js'), 'exports.x = 1;\n');
  return folder;
}

/** Runs the command in the service, with `--coverage cov`. */
function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = service(),
): Promise<Run> {
  const env = { PATH: process.env['PATH'], HOME: repositoryRoot, TMPDIR: temporary(folder), ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...args, '--coverage', 'cov'], { cwd: folder, env }, (error, _, stderr) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ folder, code, stderr, files: () => readLcov(join(folder, 'cov', 'lcov.info')) });
    });
  });
}

/** A folder for the temporary files of a run, to see that none is left. */
function temporary(folder: string): string {
  const made = join(folder, 'temporary');
  mkdirSync(made, { recursive: true });
  return made;
}

function readLcov(file: string): Record<string, Lcov> {
  const sources = readFileSync(file, 'utf8')
    .split('end_of_record\n')
    .filter((record) => record.trim() !== '');
  return Object.fromEntries(
    sources.map((record) => {
      const of = (name: string): string[] =>
        [...record.matchAll(new RegExp(`^${name}:(.*)$`, 'gm'))].map(([, value = '']) => value);
      const pairs = (name: string): string[][] => of(name).map((value) => value.split(','));
      return [
        (of('SF')[0] ?? '').replaceAll('\\', '/'),
        {
          lines: Object.fromEntries(pairs('DA').map(([line, count]) => [Number(line), Number(count)])),
          functions: Object.fromEntries(pairs('FNDA').map(([count, name]) => [name ?? '', Number(count)])),
          branches: of('BRDA'),
        },
      ];
    }),
  );
}

/** The Nodes to try: the one that runs this, and others that are installed for tests. */
const nodes = [
  process.execPath,
  ...['node-22', 'node-24'].map((name) => join(repositoryRoot, 'node_modules', name, 'bin', 'node')),
].filter((path) => existsSync(path));

describe('coverage of functions in Node.js', () => {
  test.each(nodes)('counts lines, functions and branches of a suite, in the sources: %s', async (node) => {
    const { code, stderr, files, folder } = await run(['test', 'cases.yml', '--interpreter', node]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('5 cases: 5 passed')]);
    expect(stderr).toMatch(/^Coverage: \d+\.\d % of the lines of 4 files, in cov$/m);
    const sources = files();
    expect(Object.keys(sources).sort()).toEqual(['lib/greeting.js', 'src/common.js', 'src/modern.mjs', 'src/typed.ts']);
    expect(sources['src/common.js']).toMatchObject({ lines: { 5: 3, 6: 1, 7: 1, 11: 0 } });
    expect(sources['lib/greeting.js']?.lines).toEqual({ 1: 3 });
    expect(sources['src/modern.mjs']?.lines).toMatchObject({ 4: 1, 5: 0, 7: 1 });
    expect(sources['src/typed.ts']).toMatchObject({
      lines: { 8: 1, 9: 0, 11: 1, 15: 0 },
      functions: { never: 0 },
    });
    expect(readdirSync(join(folder, 'temporary'))).toEqual([]);
  });

  test('is written as lcov, Cobertura, a table and data', async () => {
    const { folder } = await run(['test', 'cases.yml', '-t', 'module']);
    expect(readdirSync(join(folder, 'cov')).sort()).toEqual([
      'cobertura.xml',
      'coverage.json',
      'coverage.txt',
      'lcov.info',
    ]);
    const read = (name: string): string => readFileSync(join(folder, 'cov', name), 'utf8');
    expect(read('cobertura.xml')).toMatch(/<class name="modern.mjs" filename="src\/modern.mjs"/);
    expect(read('coverage.txt')).toMatch(/modern\.mjs +\| .*\| +5 /);
    expect(Object.keys(JSON.parse(read('coverage.json')) as object)).toEqual(
      ['src/modern.mjs', 'lib/greeting.js'].sort(),
    );
  });

  test('is measured of a single invocation, which sees nothing of it', async () => {
    const { code, files, stderr } = await run(['-f', 'common', '-d', '{}']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Coverage: ')]);
    expect(files()['src/common.js']?.lines).toMatchObject({ 5: 1, 6: 1, 7: 1 });
  });

  test.each([
    ['exits', { 2: 1, 6: 0 }],
    ['sleeps', { 2: 0, 6: 1 }],
  ])('has what ran before a process ended: %s', async (name, lines) => {
    const { code, files } = await run(['-f', name, '-d', '{}']);
    expect(code).toBe(1);
    expect(files()['src/ends.js']?.lines).toMatchObject(lines);
  });

  onPosix(
    'keeps no run waiting whose process is busy for ever, and says that nothing was covered',
    begun(async () => {
      const startedMs = performance.now();
      const { code, stderr } = await run(['-f', 'spins', '-d', '{"spin":true}']);
      expect(code).toBe(1);
      expect(stderr).toContain('No file of the project was covered');
      expect(performance.now() - startedMs).toBeLessThan(50_000);
    }),
  );

  test('is measured by the action too', async () => {
    const workspace = service();
    const step = await invokeStep({
      service: '.',
      workspace,
      with: { function: 'common', data: '{"name":"Ana"}', coverage: 'out/cov' },
    });
    expect(step.outcome).toBe('success');
    expect(readLcov(join(workspace, 'out/cov/lcov.info'))['lib/greeting.js']?.lines).toEqual({ 1: 1 });
    const suite = await invokeStep({ service: '.', workspace, with: { suite: 'cases.yml', coverage: 'out/cov' } });
    expect([suite.outcome, suite.rawLines.join('\n')]).toEqual([
      'success',
      expect.stringMatching(/^Coverage: .* of 4 files, in out\/cov$/m),
    ]);
    expect(readLcov(join(workspace, 'out/cov/lcov.info'))['lib/greeting.js']?.lines).toEqual({ 1: 3 });
  });
});

describe('coverage of the shards of a suite', () => {
  const shard = (folder: string, name: string) =>
    run(['test', 'cases.yml', '-t', name, '--report-json', `${name}/results.json`], {}, folder).then(() =>
      cpSync(join(folder, 'cov'), join(folder, name, 'coverage'), { recursive: true }),
    );

  test('is merged to that of the whole', async () => {
    const folder = service();
    await shard(folder, 'ana');
    await shard(folder, 'bob');
    const { stderr, files } = await run(['merge', '*/results.json', '*/coverage/coverage.json'], {}, folder);
    expect(stderr).toMatch(/^Coverage: \d+\.\d % of the lines of 2 files, in cov$/m);
    expect(files()).toMatchObject({
      'lib/greeting.js': { lines: { 1: 2 } },
      'src/common.js': { lines: { 5: 2, 11: 0 } },
    });
  });

  test('says where that of a shard is missing, or is none', async () => {
    const folder = service();
    await shard(folder, 'ana');
    const none = await run(['merge', 'ana/results.json'], {}, folder);
    expect(none.stderr).toContain('there is no coverage.json among the files to merge');
    expect(none.code).not.toBe(0);
    mkdirSync(join(folder, 'bad'));
    writeFileSync(join(folder, 'bad', 'coverage.json'), '{');
    const wrong = await run(['merge', 'ana/results.json', '{ana/coverage,bad}/coverage.json'], {}, folder);
    expect(wrong.stderr).toContain('bad/coverage.json is no coverage that could be merged');
  });
});

describe('coverage of functions in Python', () => {
  test('counts lines and functions by coverage.py where the project has it', async () => {
    if ('unavailable' in python) return;
    const folder = service();
    writeFileSync(
      join(folder, 'python.yml'),
      `- { name: ana, function: snake, data: { name: Ana }, expect: { output: hello Ana } }
- { name: variables, function: snake, data: {}, expect: { output: [], exact: true } }
- { name: module, function: modern, data: { name: Ana } }
`,
    );
    const environment = { PATH: python.path, PYTHON_RUNTIME: python.runtime };
    const { code, stderr, files } = await run(['test', 'python.yml'], environment, folder);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('CoverageWarning')]);
    const sources = files();
    expect(Object.keys(sources).sort()).toEqual(['lib/greeting.js', 'src/modern.mjs', 'src/snake.py']);
    expect(sources['src/snake.py']).toMatchObject({
      lines: { 5: 1, 6: 0, 8: 1, 9: 1, 13: 1, 17: 0 },
      functions: { handler: 1, greeting: 1, unused: 0 },
    });
  });

  test('follows the settings of the project, such as branches', async () => {
    if ('unavailable' in python) return;
    const folder = service();
    writeFileSync(join(folder, '.coveragerc'), '[run]\nbranch = True\n');
    const environment = { PATH: python.path, PYTHON_RUNTIME: python.runtime };
    const { files } = await run(['-f', 'snake', '-d', '{"name":"Ana"}'], environment, folder);
    expect(files()['src/snake.py']?.branches).toEqual(
      expect.arrayContaining(['5,5,0,0', '5,5,1,1', '7,7,0,1', '7,7,1,0']),
    );
  });

  test('says of a project without coverage.py how to get it', async () => {
    const folder = dirname(entry);
    const { stderr } = await run(['-f', 'snake', '-d', '{"name":"Ana"}'], {
      PYTHONPATH: folder,
      PYTHONNOUSERSITE: '1',
    });
    expect(stderr).toMatch(/The coverage has nothing of snake: their Python finds no coverage\.py\.\s+Install it/);
  });
});

test('a file in the place of the folder is refused before anything runs', async () => {
  const folder = service();
  writeFileSync(join(folder, 'cov'), '');
  const { code, stderr } = await run(['test', 'cases.yml'], {}, folder);
  expect([code, stderr]).toEqual([2, expect.stringContaining('The flag --coverage names cov, which is not a folder.')]);
});
