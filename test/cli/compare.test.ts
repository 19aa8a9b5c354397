import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { begun } from '../begun.js';
import { cloneOf, newFolder, newRepository, repositoryIn, type TestRepository } from '../git/repositories.js';
import { repositoryRoot } from '../paths.js';
import { resultsProblems } from '../report/json/validate.js';
import { entry, nodeRuntime } from './command.js';

const configuration = (functions: Readonly<Record<string, string>> = { price: 'price.handler' }): string =>
  `service: compared\nprovider: { name: aws, runtime: ${nodeRuntime} }\nfunctions:\n${Object.entries(functions)
    .map(([name, handler]) => `  ${name}: { handler: ${handler} }\n`)
    .join('')}`;

const handler = (body: string): string => `exports.handler = async (event) => { ${body} };\n`;

const suiteFile = `cases:
  - { name: a book, function: price, data: { sku: book }, expect: { output: { total: 12 } } }
  - { name: a pen, function: price, data: { sku: pen }, expect: { output: { currency: EUR } } }
`;

const prices = 'const total = { book: 12, pen: 2 }[event.sku];';

/** A repository with a service whose case file is in it, and the change of its handler on top. */
function changed(before: string, after: string): TestRepository {
  const repository = newRepository();
  repository.commit('before', {
    'serverless.yml': configuration(),
    'price.js': handler(before),
    'suite.yml': suiteFile,
    '.gitignore': 'node_modules\n',
  });
  repository.commit('after', { 'price.js': handler(after) });
  return repository;
}

interface Compared {
  readonly code: number;
  readonly text: string;
  readonly comparison?: { readonly ref: string; readonly counts: Readonly<Record<string, number>> };
  /** What became of each case, by its name. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly cases: readonly { readonly name: string; readonly comparison?: Readonly<Record<string, unknown>> }[];
}

/** Runs the suite of a folder, and compares it. */
function compare(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Compared> {
  const file = join(newFolder(), 'results.json');
  // No settings of a user, and the compiled code of all runs.
  const own = { HOME: newFolder(), XDG_CACHE_HOME: join(repositoryRoot, '.cache') };
  const env = { PATH: process.env['PATH'], ...own, TMPDIR: tmpdir(), ...environment };
  const command = [entry, 'test', 'suite.yml', '--report-json', file, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder, env }, (error, _, text) => {
      const code = error === null ? 0 : Number(error.code);
      if (!existsSync(file)) return resolve({ code, text, kinds: {}, cases: [] });
      const results = JSON.parse(readFileSync(file, 'utf8')) as Compared;
      expect(resultsProblems(results)).toEqual([]);
      const { comparison, cases } = results;
      const kinds = Object.fromEntries(cases.map((each) => [each.name, String(each.comparison?.['kind'])]));
      resolve({ code, text, kinds, cases, ...(comparison === undefined ? {} : { comparison }) });
    });
  });
}

const worktreesOf = (repository: TestRepository): number => repository.git('worktree', 'list').split('\n').length;

const eur = `${prices} return { total, currency: 'EUR' };`;

describe('head against base', () => {
  test('names a regression, with its diff, and leaves nothing behind', async () => {
    const repository = changed(eur, `${prices} return { total: total + 1, currency: 'EUR' };`);
    const run = await compare(repository.folder, ['--compare-with', 'HEAD~1', '--fail-on', 'regressions']);
    expect(run.kinds).toEqual({ 'a book': 'broken', 'a pen': 'changed' });
    expect(run.code).toBe(1);
    expect(run.text).toContain('1 broken, 1 changed');
    expect(run.text).toMatch(/broken {4}price: a book: response\.total is 13, and 12 before\./);
    expect(run.text).toMatch(/- {3}"total": 12,\n\s*\+ {3}"total": 13,/);
    expect(worktreesOf(repository)).toBe(1);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('with fail-on: regressions a change passes, and with fail-on: changes it fails', async () => {
    const repository = changed(eur, `${prices} return { total, currency: 'EUR', vat: 2 };`);
    const passed = await compare(repository.folder, ['--compare-with', 'HEAD~1', '--fail-on', 'regressions']);
    expect([passed.code, passed.kinds]).toEqual([0, { 'a book': 'changed', 'a pen': 'changed' }]);
    expect(passed.text).toContain('There is no regression.');
    const failed = await compare(repository.folder, ['--compare-with', 'HEAD~1', '--fail-on', 'changes']);
    expect(failed.code).toBe(1);
    expect(failed.text).toContain('The suite fails by `fail-on: changes`: 2 changed.');
  });

  test('names what was fixed; what fails as before passes with fail-on: regressions alone', async () => {
    const repository = changed(
      `${prices} return { total: 0, currency: 'USD' };`,
      `${prices} return { total, currency: 'USD' };`,
    );
    const args = ['--compare-with', 'HEAD~1'];
    const run = await compare(repository.folder, [...args, '--fail-on', 'regressions']);
    expect([run.code, run.kinds]).toEqual([0, { 'a book': 'fixed', 'a pen': 'changed' }]);
    expect(run.text).toContain('There is no regression: what fails failed before, too');
    expect((await compare(repository.folder, args)).code).toBe(1);
  });

  test('does not take what varies from run to run for a change, and names it', async () => {
    const varying = "return { total, currency: 'EUR', id: require('node:crypto').randomUUID(), at: Date.now() };";
    const repository = changed(`${prices} ${varying}`, `${prices} /* the same */ ${varying}`);
    const run = await compare(repository.folder, ['--compare-with', 'HEAD~1', '--fail-on', 'changes']);
    expect([run.code, run.kinds]).toEqual([0, { 'a book': 'same', 'a pen': 'same' }]);
    expect(run.cases[0]?.comparison?.['varying']).toEqual(expect.arrayContaining(['id']));
  });

  test('tells what varies from run to run from what changed beside it', async () => {
    const varying = "id: require('node:crypto').randomUUID() };";
    const repository = changed(
      `${prices} return { total, currency: 'EUR', vat: 1, ${varying}`,
      `${prices} return { total, currency: 'EUR', vat: 2, ${varying}`,
    );
    const run = await compare(repository.folder, ['--compare-with', 'HEAD~1']);
    expect(run.kinds).toEqual({ 'a book': 'changed', 'a pen': 'changed' });
    expect(run.cases[0]?.comparison).toMatchObject({
      message: 'response.vat is 2, and 1 before.',
      diff: expect.not.stringMatching(/^[-+].*"id"/m),
      varying: ['id'],
    });
  });

  test('takes it for a change where something varies now that did not before', async () => {
    const repository = changed(
      `${prices} return { total, currency: 'EUR', id: '5' };`,
      `${prices} return { total, currency: 'EUR', id: require('node:crypto').randomUUID() };`,
    );
    const run = await compare(repository.folder, ['--compare-with', 'HEAD~1']);
    expect([run.code, run.kinds]).toEqual([0, { 'a book': 'changed', 'a pen': 'changed' }]);
  });

  test('compares what is not committed with the last commit', async () => {
    const repository = changed(eur, eur);
    repository.write({ 'price.js': handler(`${prices} return { total: 1, currency: 'EUR' };`) });
    const run = await compare(repository.folder, ['--compare-with', 'HEAD']);
    expect(run.kinds).toEqual({ 'a book': 'broken', 'a pen': 'changed' });
    expect(run.text).not.toContain('compared with itself');
    repository.git('checkout', '--quiet', '.');
    expect((await compare(repository.folder, ['--compare-with', 'HEAD'])).text).toContain(
      'The code is compared with itself',
    );
  });

  test('says what is new, and of a new function that fails that it is broken', async () => {
    const repository = changed(eur, eur);
    repository.commit('more', {
      'serverless.yml': configuration({ price: 'price.handler', more: 'more.handler' }),
      'more.js': handler("if (event.fail) throw new Error('no'); return 1;"),
      'suite.yml': `${suiteFile}  - { name: works, function: more }\n  - { name: fails, function: more, data: { fail: true } }\n`,
    });
    const run = await compare(repository.folder, ['--compare-with', 'HEAD~1', '--fail-on', 'regressions']);
    expect([run.code, run.kinds]).toEqual([1, { 'a book': 'same', 'a pen': 'same', works: 'new', fails: 'broken' }]);
  });

  test('takes the merge base of a pull request by default', async () => {
    const repository = changed(eur, eur);
    const origin = newRepository();
    origin.git('pull', '--quiet', repository.folder, 'main');
    origin.git('checkout', '--quiet', '-b', 'topic');
    origin.commit('topic', { 'price.js': handler(`${prices} return { total: 1, currency: 'EUR' };`) });
    origin.git('checkout', '--quiet', 'main');
    origin.commit('later', { 'price.js': handler(`return { total: 7, currency: 'later' };`) });
    const clone = cloneOf(origin);
    clone.git('checkout', '--quiet', 'topic');
    const run = await compare(clone.folder, ['--fail-on', 'regressions'], { GITHUB_BASE_REF: 'main' });
    expect([run.code, run.kinds]).toEqual([1, { 'a book': 'broken', 'a pen': 'changed' }]);
    expect(run.comparison?.ref).toBe('the merge base with origin/main');
  });

  test('of a shallow clone is an error that says fetch-depth: 0, and nothing is run', async () => {
    const clone = cloneOf(changed(eur, eur), '--depth=1');
    for (const args of [
      ['--compare-with', 'HEAD~1'],
      ['--compare-with', 'auto'],
    ]) {
      const run = await compare(clone.folder, args, { GITHUB_BASE_REF: 'main' });
      expect(run.code).toBe(2);
      expect(run.text).toContain('`fetch-depth: 0`');
      expect(run.text).not.toContain('ok ');
    }
  });

  test('of a service in a folder of a repository takes that folder, and is all new where it was not there', async () => {
    const repository = newRepository();
    repository.commit('before', { 'README.md': 'one' });
    const files = { 'serverless.yml': configuration(), 'price.js': handler(eur), 'suite.yml': suiteFile };
    repository.commit(
      'service',
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`services/a/${name}`, text])),
    );
    repository.commit('change', { 'services/a/price.js': handler(`${prices} return { total: 1, currency: 'EUR' };`) });
    const folder = join(repository.folder, 'services', 'a');
    expect((await compare(folder, ['--compare-with', 'HEAD~1'])).kinds).toEqual({
      'a book': 'broken',
      'a pen': 'changed',
    });
    expect((await compare(folder, ['--compare-with', 'HEAD~2'])).kinds).toEqual({ 'a book': 'broken', 'a pen': 'new' });
  });

  test(
    'says how durations and memory moved, and whether that is more than noise',
    begun(async () => {
      const wait = (ms: number): string => `await new Promise((resolve) => setTimeout(resolve, ${ms})); ${eur}`;
      const repository = changed(wait(0), wait(1_000));
      const once = await compare(repository.folder, ['--compare-with', 'HEAD~1']);
      expect(once.text).toMatch(
        /Durations, medians of all cases together: .* with one run of a case it is not known how much/,
      );
      repository.write({ 'suite.yml': `defaults: { repeat: 4 }\n${suiteFile}` });
      const often = await compare(repository.folder, ['--compare-with', 'HEAD~1']);
      expect(often.text).toMatch(
        /Durations, .* by more than the noise\.\n(?: {2}price: a book: .*\n)? {2}price: a pen: .* ± .* ms before, .* ± .* ms now/,
      );
      expect(often.cases[1]?.comparison?.['measures']).toMatchObject({ before: { durationMs: { runs: 4 } } });
    }),
  );

  test.each([
    [['--compare-with', 'nowhere'], 'There is no commit "nowhere" in this repository.'],
    [['--fail-on', 'all'], 'The flag --fail-on is "all", and is one of failures, regressions, changes.'],
    [['--compare-install', 'npm ci'], 'none is named'],
    [['--fail-on', 'changes'], 'this is neither a pull request nor a push'],
  ])('%j is an error, and nothing is run', async (args, message) => {
    const run = await compare(changed(eur, eur).folder, args);
    expect(run.code).toBe(2);
    expect(run.text).toContain(message);
    expect(run.text).not.toContain('ok ');
  });

  test('outside of a repository is an error', async () => {
    const folder = newFolder();
    repositoryIn(folder).write({ 'serverless.yml': configuration(), 'price.js': handler(eur), 'suite.yml': suiteFile });
    expect((await compare(folder, ['--compare-with', 'main'])).text).toContain('is in no checkout of a git repository');
  });
});

describe('the dependencies of the other commit', () => {
  const uses = "const { total } = require('prices'); return { total: total(event.sku), currency: 'EUR' };";
  const prices2 = 'exports.total = (sku) => ({ book: 12, pen: 2 })[sku];\n';

  /** A repository with a dependency that is installed, and a change of the code. */
  function withDependency(lockBefore: string, lockNow: string): TestRepository {
    const repository = newRepository();
    const files = {
      'serverless.yml': configuration(),
      'price.js': handler(uses),
      'suite.yml': suiteFile,
      '.gitignore': 'node_modules\n',
      'package.json': '{}',
    };
    repository.commit('before', { ...files, 'package-lock.json': lockBefore });
    repository.commit('after', { 'package-lock.json': lockNow, 'price.js': handler(`/* changed */ ${uses}`) });
    repository.write({ 'node_modules/prices/index.js': prices2 });
    return repository;
  }

  test('are those that are installed, where the lock file is the same', async () => {
    const repository = withDependency('one', 'one');
    const run = await compare(repository.folder, ['--compare-with', 'HEAD~1']);
    expect([run.code, run.kinds]).toEqual([0, { 'a book': 'same', 'a pen': 'same' }]);
    expect(existsSync(join(repository.folder, 'node_modules', 'prices', 'index.js'))).toBe(true);
  });

  test('have to be installed where it is another, by a command', async () => {
    const repository = withDependency('one', 'two');
    const refused = await compare(repository.folder, ['--compare-with', 'HEAD~1']);
    expect(refused.code).toBe(2);
    expect(refused.text).toContain('package-lock.json is not the same at HEAD~1');
    expect(refused.text).toContain('compare-install');
    const command = "mkdir -p node_modules/prices && echo 'exports.total = () => 5' > node_modules/prices/index.js";
    const run = await compare(repository.folder, ['--compare-with', 'HEAD~1', '--compare-install', command]);
    expect(run.kinds).toEqual({ 'a book': 'fixed', 'a pen': 'changed' });
    expect(readFileSync(join(repository.folder, 'node_modules', 'prices', 'index.js'), 'utf8')).toBe(prices2);
    const failed = await compare(repository.folder, [
      '--compare-with',
      'HEAD~1',
      '--compare-install',
      'echo no network; exit 3',
    ]);
    expect(failed.code).toBe(2);
    expect(failed.text).toContain('no network');
    expect(failed.text).toContain('The command of `compare-install` failed at HEAD~1');
    expect(worktreesOf(repository)).toBe(1);
  });

  test('of a workspace are the packages of that commit', async () => {
    const repository = newRepository();
    repository.commit('before', {
      'package-lock.json': 'one',
      '.gitignore': 'node_modules\n',
      'packages/prices/index.js': 'exports.total = () => 5;\n',
      'services/a/serverless.yml': configuration(),
      'services/a/price.js': handler(uses),
      'services/a/suite.yml': suiteFile,
    });
    repository.commit('after', { 'packages/prices/index.js': prices2 });
    mkdirSync(join(repository.folder, 'node_modules'));
    symlinkSync('../packages/prices', join(repository.folder, 'node_modules', 'prices'), 'junction');
    const run = await compare(join(repository.folder, 'services', 'a'), ['--compare-with', 'HEAD~1']);
    expect(run.kinds).toEqual({ 'a book': 'fixed', 'a pen': 'changed' });
  });

  test('and its code that has to be built: a warning says so, and a command builds it', async () => {
    const repository = newRepository();
    const files = {
      'serverless.yml': configuration({ price: 'built/price.handler' }),
      'suite.yml': suiteFile,
      '.gitignore': 'built\n',
    };
    repository.commit('before', { ...files, 'src/code.js': handler(eur) });
    repository.commit('after', { 'src/code.js': handler(`${prices} return { total: 3, currency: 'EUR' };`) });
    const build = 'mkdir -p built && cp src/code.js built/price.js';
    repository.write({ 'built/price.js': handler(`${prices} return { total: 3, currency: 'EUR' };`) });
    const args = ['--compare-with', 'HEAD~1', '--fail-on', 'regressions'];
    const unbuilt = await compare(repository.folder, args);
    expect(unbuilt.text).toContain('could not be loaded at HEAD~1');
    expect([unbuilt.code, unbuilt.kinds]).toEqual([1, { 'a book': 'broken', 'a pen': 'fixed' }]);
    const built = await compare(repository.folder, [...args, '--compare-build', build]);
    expect(built.kinds).toEqual({ 'a book': 'broken', 'a pen': 'changed' });
    expect(built.text).not.toContain('could not be loaded');
  });
});

const onPosix = process.platform === 'win32' ? test.skip : test;

describe('a comparison that is cancelled', () => {
  onPosix.each(['while the other commit runs', 'while its dependencies are installed'])(
    '%s leaves nothing behind',
    async (when) => {
      const repository = changed('await new Promise((resolve) => setTimeout(resolve, 60000));', eur);
      const temporary = newFolder();
      const env = { PATH: process.env['PATH'], HOME: newFolder(), TMPDIR: temporary };
      const isInstall = when.includes('installed');
      if (isInstall) repository.commit('other', { 'package-lock.json': '1' });
      const args = isInstall ? ['--compare-install', 'touch running; sleep 60'] : [];
      const child = spawn(process.execPath, [entry, 'test', 'suite.yml', '--compare-with', 'HEAD~1', ...args], {
        cwd: repository.folder,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const begun = new Promise<void>((resolve) => {
        let text = '';
        child.stderr.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.includes('Running the cases at')) setTimeout(resolve, 700);
        });
        if (!isInstall) return;
        const looking = setInterval(() => {
          const files = readdirSync(temporary, { recursive: true, encoding: 'utf8' });
          if (!files.some((file) => basename(file) === 'running')) return;
          clearInterval(looking);
          resolve();
        }, 50);
      });
      await begun;
      child.kill('SIGINT');
      const code = await new Promise((resolve) => child.on('close', resolve));
      expect(code).toBe(130);
      expect(worktreesOf(repository)).toBe(1);
      expect(readdirSync(temporary).filter((name) => name.startsWith('invoke-local-'))).toEqual([]);
    },
  );
});
