import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { distFolder, fixture, repositoryRoot } from '../../paths.js';
import { groupOf, invokeStep } from './step.js';

describe.each([
  ['Node', 'action-node'],
  ['Python', 'action-python'],
])('a %s function that succeeds', (_, service) => {
  test('passes the step and sets every output', async () => {
    const { outcome, outputs } = await invokeStep({ service, with: { function: 'echo', data: '{"n":1.10}' } });
    expect(outcome).toBe('success');
    expect(outputs).toMatchObject({
      status: 'success',
      error: '',
      'error-type': '',
      'error-message': '',
      'status-code': '',
    });
    expect(outputs['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    for (const name of ['duration-ms', 'init-duration-ms', 'max-memory-used-mb']) {
      expect(Number(outputs[name])).toBeGreaterThan(0);
    }
    expect(readFileSync(outputs['output-file'] ?? '', 'utf8')).toBe(outputs['output']);
  });
});

test('the log of a function, both its streams, stands in a group and in the log file; the verdict stands below', async () => {
  const result = await invokeStep({ service: 'action-python', with: { function: 'echo', data: '{}' } });
  const group = groupOf(result);
  expect(group).toEqual(
    expect.arrayContaining(['to stdout', 'to stderr', expect.stringMatching(/^REPORT RequestId: /)]),
  );
  expect(readFileSync(result.outputs['log-file'] ?? '', 'utf8')).toBe(`${group.join('\n')}\n`);
  expect(stripVTControlCharacters(result.log.at(-1) ?? '')).toMatch(
    /^echo succeeded in [\d.]+ ms \(init \d+ ms, \d+ MB of 1024 MB\)$/,
  );
});

test('the summary has a row for the function, and what it got and gave', async () => {
  const { summary } = await invokeStep({ service: 'action-node', with: { function: 'echo', data: '{"a":[1]}' } });
  expect(summary).toMatch(/^### ✅ `echo` succeeded in [\d.]+ ms\n/);
  expect(summary).toContain('| `echo` | ✅ success');
  expect(summary.split('```json\n{\n')).toHaveLength(3);
});

test.each([
  ['false', 'echo', false],
  ['failures', 'echo', false],
  ['failures', 'fails', true],
])('with `summary: %s`, whether the function %s has a summary is %p', async (mode, name, has) => {
  const { summary } = await invokeStep({ service: 'action-node', with: { function: name, summary: mode } });
  expect(summary !== '').toBe(has);
});

test('a status code of the response is an output', async () => {
  const { outputs } = await invokeStep({ service: 'action-node', with: { function: 'status' } });
  expect(outputs['status-code']).toBe('201');
  expect(outputs['output']).toBe('{"statusCode":201,"body":"{\\"created\\":true}"}');
});

describe('the event comes from', () => {
  test.each<[string, Record<string, string>, string]>([
    ['nowhere', {}, '{}'],
    ['data that is JSON', { data: '[1]' }, '[1]'],
    ['data that is not', { data: 'hello world' }, '"hello world"'],
    ['raw data', { data: '[1]', raw: 'true' }, '"[1]"'],
    ['a file', { path: 'events/event.json' }, '{"from":"file"}'],
    ['a command', { 'data-command': 'echo "{\\"table\\":\\"$TABLE\\"}"' }, '{"table":"orders-dev"}'],
  ])('%s', async (_, inputs, expected) => {
    const { outputs } = await invokeStep({ service: 'action-node', with: { function: 'echo', ...inputs } });
    expect(outputs['output']).toBe(expected);
  });
});

test('the handler gets the variables of the input env, and nothing of the runner', async () => {
  const names = [
    'A',
    'LINES',
    'TABLE',
    'GITHUB_OUTPUT',
    'ACTIONS_RUNTIME_TOKEN',
    'INPUT_FUNCTION',
    'RUNNER_TEMP',
    'OF_THE_STEP',
  ];
  const { outputs } = await invokeStep({
    service: 'action-node',
    env: { OF_THE_STEP: 'yes' },
    with: {
      function: 'environment',
      data: JSON.stringify(names),
      env: 'A=1\nLINES<<END\none\ntwo\nEND',
      stage: 'prod',
    },
  });
  expect(JSON.parse(outputs['output'] ?? '')).toEqual({
    A: '1',
    LINES: 'one\ntwo',
    TABLE: 'orders-prod',
    GITHUB_OUTPUT: null,
    ACTIONS_RUNTIME_TOKEN: null,
    INPUT_FUNCTION: null,
    RUNNER_TEMP: null,
    OF_THE_STEP: 'yes',
  });
});

test('everything may lie below a path with spaces', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'with spaces ')), 'the action');
  mkdirSync(folder);
  cpSync(join(repositoryRoot, 'action.yml'), join(folder, 'action.yml'));
  cpSync(distFolder, join(folder, 'dist'), { recursive: true });
  const workspace = join(folder, 'the work');
  cpSync(fixture('action-node'), join(workspace, 'a service'), { recursive: true });
  const { outputs } = await invokeStep({
    service: 'a service',
    action: folder,
    workspace,
    with: { function: 'echo', data: '"x"' },
  });
  expect(outputs['output']).toBe('"x"');
});

test('without a temporary folder of the runner, the files lie in that of the machine', async () => {
  const { outputs } = await invokeStep({
    service: 'action-node',
    env: { RUNNER_TEMP: '' },
    with: { function: 'echo' },
  });
  expect(readFileSync(outputs['output-file'] ?? '', 'utf8')).toBe('{}');
});
