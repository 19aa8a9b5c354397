import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The bundles: the committed ones, or others, as the tests of them are told. */
const dist = (root) => process.env.INVOKE_LOCAL_TEST_DIST || join(root, 'dist');

/**
 * Invokes a function of examples/hello with the bundled action, as the runner would.
 * @param workspace the folder of the checkout. Absolute.
 * @returns the step's summary, and its error annotation where it has one
 */
export function runExample(root, inputs, workspace = root) {
  const folder = mkdtempSync(join(tmpdir(), 'summary-preview-'));
  const [summary, output] = ['summary.md', 'output.txt'].map((name) => join(folder, name));
  for (const file of [summary, output]) writeFileSync(file, '');
  const given = Object.entries({ 'working-directory': 'examples/hello', ...inputs });
  const { stdout } = spawnSync(process.execPath, [join(dist(root), 'action', 'index.js')], {
    cwd: workspace,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      PATH: [join(root, 'node_modules', 'node-22', 'bin'), process.env.PATH].join(delimiter),
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: output,
      ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    },
  });
  return { summary: readFileSync(summary, 'utf8'), annotation: annotationIn(stdout) };
}

/** Runs the suite of examples/shop, with one expectation that is not met. */
export function runExampleSuite(root) {
  const folder = mkdtempSync(join(tmpdir(), 'summary-preview-'));
  const shop = join(folder, 'shop');
  cpSync(join(root, 'examples', 'shop'), shop, { recursive: true });
  const file = join(shop, 'tests', 'http.suite.yml');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/total: (\d+)/, (_, total) => `total: ${Number(total) + 1}`);
  if (changed === text) throw new Error(`${file} has no total to change.`);
  writeFileSync(file, changed);
  return runExample(root, { 'working-directory': 'shop', suite: 'tests/*.suite.yml' }, folder);
}

/** The last error annotation that was printed. */
function annotationIn(printed) {
  const [, properties, message] = printed.match(/^::error (.*?)::(.*)$/m) ?? [];
  if (properties === undefined) return undefined;
  const pairs = properties.split(',').map((pair) => pair.split('=').map(unescaped));
  return { ...Object.fromEntries(pairs), message: unescaped(message) };
}

function unescaped(text) {
  return text.replaceAll(/%(0A|0D|25|3A|2C)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
