import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { contained, open } from '../../both-worlds.js';
import type { StepResult } from '../../harness/run-step.js';
import { groupOf, invokeStep } from './step.js';

function run(name: string, isolate: string, inputs: Record<string, string> = {}): Promise<StepResult> {
  return invokeStep({ service: 'action-hostile', with: { function: name, isolate, ...inputs } });
}

test('nothing that a handler prints is a command', async () => {
  const result = await run('commands', contained);
  expect(result.outcome).toBe('success');
  expect(result.outputs).toMatchObject({ output: '"genuine"', status: 'success' });
  expect(result.annotations.filter(({ message }) => message.includes('forged'))).toEqual([]);
  expect(groupOf(result).filter((line) => line === '::error::forged')).toHaveLength(2);
});

test('a handler that does not end its last line can not keep commands from being taken again', async () => {
  const result = await run('unfinished', open);
  expect(result.outcome).toBe('success');
  expect(groupOf(result)).toEqual(expect.arrayContaining(['no end of line', 'none here either']));
  expect(result.log.at(-1)).toContain('unfinished succeeded');
});

test('the message of an error is no command, in the log, the annotation and the summary', async () => {
  const { outputs, annotations, summary } = await run('error', contained);
  expect(outputs['error-type']).toBe('Forged::title=x,file=y');
  expect(annotations.filter(({ type }) => type === 'error')).toEqual([
    {
      type: 'error',
      message: expect.stringContaining('one\n::error::forged\n```\n<b>@octocat</b>\n##[warning]forged'),
      properties: expect.objectContaining({ title: 'Forged::title=x,file=y' }),
    },
  ]);
  expect(annotations.filter(({ type, message }) => type === 'warning' && message.includes('forged'))).toEqual([]);
  expect(summary).toMatch(/\n````text\n.*<b>@octocat<\/b>.*\n````\n/s);
});

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux("what a handler does to the runner's files behind our back is undone", () => {
  test.each([
    ['steers', 'GITHUB_OUTPUT, GITHUB_ENV, GITHUB_PATH, GITHUB_STATE, GITHUB_STEP_SUMMARY'],
    ['replaces', 'GITHUB_OUTPUT, GITHUB_PATH, GITHUB_STATE, GITHUB_STEP_SUMMARY'],
  ])('%s', async (name, files) => {
    const { outcome, outputs, annotations, summary } = await run(name, open);
    expect(outcome).toBe('success');
    expect(outputs).toMatchObject({ output: '"genuine"', status: 'success' });
    expect(summary).not.toContain('forged');
    expect(annotations.filter(({ type }) => type === 'warning').map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`The handler changed the runner's files ${files}.`),
    );
  });
});

(contained === 'true' ? test : test.skip)("a contained handler does not reach the runner's files", async () => {
  const { outputs, summary, annotations } = await run('steers', contained);
  expect(outputs).toMatchObject({ status: 'error', 'error-message': expect.stringContaining('EACCES') });
  expect(summary).not.toContain('forged');
  expect(annotations.map(({ message }) => message)).not.toContainEqual(expect.stringContaining('The handler changed'));
});

describe('credentials that the step is given', () => {
  const secrets = [
    'AKIAIOSFODNN7EXAMPLE',
    'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    'FwoGZXIvYXdzEBYaDEXAMPLETOKEN==',
  ] as const;
  const inputs = {
    'aws-access-key-id': secrets[0],
    'aws-secret-access-key': secrets[1],
    'aws-session-token': secrets[2],
  };

  test('are masked before the handler prints them, and never stand in the log file', async () => {
    const result = await run('leaks', open, inputs);
    const file = readFileSync(result.outputs['log-file'] ?? '', 'utf8');
    for (const text of [file, result.log.join('\n'), result.summary]) {
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
    expect(file).toMatch(/keys \*{3} \*{3} \*{3}\n/);
    expect(file).toMatch(/split \*{3}$/m);
    expect(groupOf(result)).toContainEqual(expect.stringMatching(/keys \*{3} \*{3} \*{3}$/));
  });

  test('are warned of in an output, which GitHub would not pass on to another job', async () => {
    const { annotations, outputs, droppedJobOutputs } = await run('leaks', contained, inputs);
    expect(outputs['output']).toBe(`{"id":"${secrets[0]}"}`);
    expect(droppedJobOutputs).toEqual(['output']);
    expect(annotations.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^There is a masked value .* in `output`, as it is or encoded/),
    );
  });

  test('of a stand-in, such as LocalStack takes, are not masked: they would blot out the log', async () => {
    const { log } = await run('leaks', contained, { 'aws-access-key-id': 'test', 'aws-secret-access-key': 'test' });
    expect(log.join('\n')).toContain('keys test test');
  });

  test('are masked also where the configuration has printed something before they are known', async () => {
    const profiles = join(mkdtempSync(join(tmpdir(), 'profiles-')), 'credentials');
    writeFileSync(profiles, `[ci]\naws_access_key_id=${secrets[0]}\naws_secret_access_key=${secrets[1]}\n`);
    const result = await invokeStep({
      service: 'action-printing-config',
      with: { function: 'leaks', 'aws-profile': 'ci', isolate: open },
      env: { AWS_SHARED_CREDENTIALS_FILE: profiles },
    });
    const log = result.log.join('\n');
    expect(log).toContain('the configuration prints ::error::forged');
    expect(log).toMatch(/keys \*{3} \*{3}$/m);
    for (const secret of secrets.slice(0, 2)) expect(log).not.toContain(secret);
    expect(result.annotations.filter(({ message }) => message.includes('forged'))).toEqual([]);
  });
});
