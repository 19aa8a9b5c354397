import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

const number = /^(?:C\d+ )+/;

/**
 * Runs the tests that are about cases.
 * @param {string} root the repository's
 * @returns {Promise<{ cases: number[], runtimes: string[], status: string, name: string, failure: string }[]>} a result a test
 */
export async function runCaseTests(root) {
  const folder = join(root, 'lib', 'test');
  const files = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.test.js'))
    .map((file) => join(folder, file))
    .filter((file) => /['"`]C\d+\b/.test(readFileSync(file, 'utf8')));
  const temporary = mkdtempSync(join(tmpdir(), 'invoke-local-conformance-'));
  try {
    const output = join(temporary, 'results.json');
    await jest(root, [
      '--json',
      `--outputFile=${output}`,
      '--testNamePattern',
      '\\bC\\d+\\b',
      '--runTestsByPath',
      ...files,
    ]);
    const { testResults } = JSON.parse(readFileSync(output, 'utf8'));
    return testResults.flatMap(({ name: file, assertionResults, message }) => {
      if (assertionResults.length === 0 && message !== '') return [notRun(relative(folder, file), message)];
      return assertionResults
        .filter(({ title }) => number.test(`${title} `))
        .map((result) => ({
          cases: number
            .exec(`${result.title} `)[0]
            .trim()
            .split(' ')
            .map((name) => Number(name.slice(1))),
          runtimes: runtimesOf(relative(folder, file).split(sep).join('/'), result.fullName),
          status: result.status,
          name: result.fullName,
          failure: result.failureMessages.join('\n'),
        }));
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What stands for the tests of a file that could not be run at all. */
function notRun(file, message) {
  return { cases: [], runtimes: [], status: 'failed', name: `${file}, which could not be run`, failure: message };
}

/** What a test is run with, as its place and its name say: those of the bootstraps name their version where there is one. */
function runtimesOf(file, name) {
  if (/python|awslambdaric/i.test(`${file} ${name}`)) return ['python'];
  if (!/node/i.test(`${file} ${name}`)) return ['custom'];
  const named = /node(?:js|\.js)[^\d]*(20|22|24)/i.exec(name)?.[1];
  return named === undefined ? ['node22', 'node24'] : [named === '24' ? 'node24' : 'node22'];
}

/** Each dialect of Node.js runs on a Node.js of its own. Jest says on standard error what it is at; its exit code is that of the results, which are read anyway. */
function jest(root, args) {
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(process.execPath, ['--no-warnings', program, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, INVOKE_LOCAL_TEST_NODE_OF_DIALECT: '1' },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
