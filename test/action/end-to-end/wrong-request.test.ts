import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { StepResult } from '../../harness/run-step.js';
import { invokeStep } from './step.js';

/** What holds for every request that is wrong: a failed step, one clear message, no stack, and nothing half-done. */
async function refuse(
  service: string,
  inputs: Record<string, string>,
  workspace?: string,
): Promise<StepResult['annotations'][number]> {
  const result = await invokeStep({
    service,
    ...(workspace === undefined ? {} : { workspace }),
    with: { 'fail-on-error': 'false', ...inputs },
  });
  expect(result.exitCode).toBe(1);
  const errors = result.annotations.filter(({ type }) => type === 'error');
  expect(errors).toHaveLength(1);
  const [error] = errors;
  if (error === undefined) throw new Error('no error');
  expect(error.properties['title']).toBe('Nothing was invoked');
  expect(error.message).not.toMatch(/^\s+at /m);
  expect(error.message).not.toContain('defect');
  expect(result.outputs).toMatchObject({
    status: 'error',
    output: '',
    'error-type': 'InvokeLocal.InvalidRequest',
    'request-id': '',
    'duration-ms': '',
  });
  expect(error.message).toContain(result.outputs['error-message']);
  return error;
}

test.each<[string, Record<string, string>, RegExp]>([
  ['no function lists those there are', {}, /echo.*fails/s],
  ['an unknown function suggests the nearest', { function: 'ecko' }, /Did you mean echo\?/],
  ['a path that does not exist', { function: 'echo', path: 'events/none.json' }, /events\/none\.json/],
  ['a configuration that is not there', { function: 'echo', config: 'other.yml' }, /other\.yml/],
  ['a line of env without =', { function: 'echo', env: 'A=1\nB' }, /Line 2 of the input `env`/],
  ['a boolean that is not one', { function: 'echo', raw: 'yes' }, /`raw`.*true, True, TRUE/s],
  ['a handler that is malformed', { function: 'malformed' }, /nowhere/],
  ['a container image', { function: 'container' }, /image/],
  ['a variable that can not be resolved', { function: 'unresolved' }, /NOT_SET_ANYWHERE/],
  ['a context that is not JSON', { function: 'echo', context: '{' }, /context/],
  [
    'a command that fails shows what it printed',
    { function: 'echo', 'data-command': 'echo no such table >&2; exit 3' },
    /no such table/,
  ],
])('%s', async (_, inputs, message) => {
  expect((await refuse('action-node', inputs)).message).toMatch(message);
});

test('an event of more than 6 MiB', async () => {
  const error = await refuse('action-node', {
    function: 'echo',
    'data-command': 'head -c 7000000 /dev/zero | tr "\\0" x',
  });
  expect(error.message).toMatch(/6 MiB|6,?291,?456/);
});

test('a working directory that is not one', async () => {
  expect((await refuse('action-node/serverless.yml', { function: 'echo' })).message).toContain(
    'action-node/serverless.yml',
  );
  expect((await refuse('nowhere', { function: 'echo' })).message).toContain('nowhere');
});

test('a folder without a configuration says where it looked', async () => {
  expect((await refuse('action-node/src', { function: 'echo' })).message).toContain('serverless.yml');
});

function workspaceWith(files: Readonly<Record<string, string | Buffer>>): string {
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), content);
  }
  return workspace;
}

test('YAML that does not parse is annotated at its line, relative to the workspace', async () => {
  const workspace = workspaceWith({ 'a/serverless.yml': 'service: x\nfunctions:\n  a: {handler: b\n  c: d\n' });
  const error = await refuse('a', { function: 'a' }, workspace);
  expect(error.properties['file']).toBe('a/serverless.yml');
  expect(Number(error.properties['line'])).toBeGreaterThan(2);
});

test('a path that does not parse is annotated at its line, and shows it', async () => {
  const workspace = workspaceWith({
    'a/serverless.yml': 'service: x\nprovider: {name: aws}\nfunctions:\n  f: {handler: h.f}\n',
    'a/event.json': '{\n  "n": oops\n}\n',
  });
  const error = await refuse('a', { function: 'f', path: 'event.json' }, workspace);
  expect(error.properties).toMatchObject({ file: 'a/event.json', line: '2' });
  expect(error.message).toContain('"n": oops');
});

test.each([
  [
    'a function without a handler',
    'service: x\nprovider: {name: aws}\nfunctions:\n  a: {timeout: 3}\n',
    /handler is missing/,
  ],
  ['functions of the wrong shape', 'service: x\nprovider: {name: aws}\nfunctions: 3\n', /functions/],
  ['a file that is not UTF-8', Buffer.from([0x73, 0x3a, 0x20, 0xff, 0xfe, 0x0a]), /UTF-8/],
])('%s', async (_, content, message) => {
  const workspace = workspaceWith({ 'serverless.yml': content });
  expect((await refuse('.', { function: 'a' }, workspace)).message).toMatch(message);
});
