import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, stop } from 'esbuild';
import type { StepResult } from '../../harness/run-step.js';
import { fixture, repositoryRoot } from '../../paths.js';
import { groupOf, invokeStep } from './step.js';

const withRuby = spawnSync('ruby', ['--version']).status === 0 ? describe : describe.skip;
if (withRuby === describe.skip) console.warn('The failures of Ruby are skipped: there is no ruby on PATH.');

const service = 'services/failures';
let workspace: string;

afterAll(stop);

beforeAll(async () => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')));
  const folder = join(workspace, service);
  cpSync(fixture('action-failures'), folder, { recursive: true });
  const source = join(folder, 'src', 'price.ts');
  const outfile = join(folder, 'bundle', 'price.js');
  await build({ entryPoints: [source], outfile, bundle: true, minify: true, platform: 'node', sourcemap: true });
  const tsc = join(repositoryRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--outDir', join(folder, 'compiled'), '--module', 'commonjs', '--inlineSourceMap', '--ignoreConfig'];
  spawnSync(process.execPath, [tsc, source, ...options, '--target', 'es2022', '--types', '']);
});

function fail(name: string, env: Record<string, string> = {}): Promise<StepResult> {
  return invokeStep({ service, workspace, env, with: { function: name, data: '{}' } });
}

/** What the annotations of a type say where. */
function annotated({ annotations }: StepResult, type: string): string[] {
  return annotations
    .filter((annotation) => annotation.type === type)
    .map(({ properties: { file = '', line = '', col = '' } }) => [file, line, col].join(':').replace(/:+$/, ''));
}

type Row = readonly [name: string, place: string, errorType: string, handlerLine?: number];

const inNode: readonly Row[] = [
  ['deep', 'src/runtime.js:3:9', 'RangeError'],
  ['rejects', 'src/runtime.js:3:9', 'Runtime.UnhandledPromiseRejection'],
  ['text', 'serverless.yml:14:5', 'string'],
  ['missingExport', 'serverless.yml:16:5', 'Runtime.HandlerNotFound'],
  ['missingFile', 'serverless.yml:18:5', 'Runtime.ImportModuleError'],
  ['syntax', 'src/syntax.js:2', 'Runtime.UserCodeSyntaxError', 20],
  ['moduleSyntax', 'src/module-syntax.mjs:2', 'Runtime.UserCodeSyntaxError', 22],
  ['init', 'src/init.js:2:21', 'TypeError', 24],
  ['package', 'src/package.js:2:17', 'Runtime.ImportModuleError', 26],
  ['typed', 'src/typed.ts:7:39', 'TypeError'],
  ['bundled', 'src/price.ts:7:39', 'TypeError'],
  ['compiled', 'src/price.ts:7:39', 'TypeError'],
];
const inPython: readonly Row[] = [
  ['python', 'src/python.py:2', 'KeyError'],
  ['pythonSyntax', 'src/python_syntax.py:2', 'Runtime.UserCodeSyntaxError', 35],
  ['pythonImport', 'src/python_import.py:2:1', 'Runtime.ImportModuleError', 38],
];
const inRuby: readonly Row[] = [
  ['ruby', 'src/ruby.rb:2', 'Function<ArgumentError>'],
  ['rubySyntax', 'src/ruby_syntax.rb:2', 'Init<SyntaxError>', 44],
];

describe.each([
  ['Node.js', describe, inNode],
  ['Python', describe, inPython],
  ['Ruby', withRuby, inRuby],
] as const)('a failure in %s', (_language, described, rows) => {
  described('is annotated where it is, below the workspace', () => {
    test.each(rows)('%s at %s', async (...[name, place, errorType, handlerLine]) => {
      const result = await fail(name);
      expect(annotated(result, 'error')).toEqual([`${service}/${place}`]);
      const error = result.annotations.find(({ type }) => type === 'error');
      expect(error?.properties['title']).toBe(errorType);
      expect(error?.message).toContain(`${name} failed: ${errorType}: `);
      expect(error?.message).not.toMatch(/runtimes\/(?:node|python|ruby)|\n +.*\/services\/failures/);
      const handlers = annotated(result, 'notice').filter((notice) => notice.includes('serverless.yml'));
      expect(handlers).toEqual(handlerLine === undefined ? [] : [`${service}/serverless.yml:${handlerLine}:5`]);
    });
  });
});

test('the trace in the sources stands below the log, and only where the log has another', async () => {
  const result = await fail('bundled');
  expect(groupOf(result).join('\n')).toMatch(/bundle\/price\.js:1:\d+/);
  const below = result.log.slice(result.log.lastIndexOf('##[endgroup]') + 1).join('\n');
  expect(below).toMatch(
    /^The error, in your sources:\nTypeError: Cannot read .*\n {4}at .*services\/failures\/src\/price\.ts:7:39/m,
  );
  expect(below).not.toContain('bundle/price.js');
  expect((await fail('deep')).log).not.toContain('The error, in your sources:');
});

test('what breaks a deploy is warned of before a different interpreter', async () => {
  const { annotations } = await fail('reserved', { RUNNER_TOOL_CACHE: '' });
  const [first] = annotations.filter(({ type }) => type === 'warning');
  expect(first?.message).toContain('AWS_REGION');
  expect(first?.properties).toMatchObject({ file: `${service}/serverless.yml`, line: '49' });
});

test('a job that is debugged is told what was resolved, and no other', async () => {
  const { rawLines } = await fail('deep', { RUNNER_DEBUG: '1', OF_THE_STEP: 'a-value' });
  const said = rawLines.filter((line) => line.startsWith('::debug::')).join('\n');
  expect(said).toMatch(/^::debug::handler +src\/runtime\.deep \(services\/failures\/serverless\.yml:10:5\)$/m);
  expect(said).toMatch(/^::debug::variables of this environment: .*OF_THE_STEP/m);
  expect(said).toMatch(/^::debug::phases: configuration, credentials and event \d+ ms/m);
  expect(said).not.toContain('a-value');
  expect((await fail('deep')).rawLines.join('\n')).not.toContain('::debug::');
});
