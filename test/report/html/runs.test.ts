import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { invokeStep } from '../../action/end-to-end/step.js';
import { entry } from '../../cli/command.js';
import { fixture, repositoryRoot } from '../../paths.js';
import { readPage } from './read-page.js';

const newFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'page-')));

function command(cwd: string, ...args: readonly string[]): Promise<number> {
  const env = { PATH: process.env['PATH'], HOME: repositoryRoot };
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...args], { cwd, env }, (error) =>
      resolve(error === null ? 0 : Number(error.code)),
    );
  });
}

test('the command writes the page of a suite, which names its JSON as the place of long texts', async () => {
  const folder = newFolder();
  const service = fixture('suite-run');
  const code = await command(
    folder,
    'test',
    '-w',
    service,
    'failing.yml',
    '--report-html',
    'out/page.html',
    '--report-json=r.json',
  );
  expect(code).toBe(1);
  const { report, details } = readPage(readFileSync(join(folder, 'out/page.html'), 'utf8'));
  expect(report).toMatchObject({ verdict: 'failed', hasEarlier: false });
  expect(report.cases.map(({ name, status }) => [name, status])).toEqual(
    expect.arrayContaining([
      ['other answer', 'failed'],
      ['no answer for its variable', 'not-run'],
      ['an answer of its own', 'passed'],
    ]),
  );
  expect(details('other answer')).toMatchObject({
    findings: [
      expect.objectContaining({
        message: expect.stringContaining('output.total is 41'),
        place: expect.stringContaining('failing.yml:5:'),
      }),
    ],
    texts: {
      event: expect.any(String),
      response: expect.stringContaining('41'),
      log: expect.stringContaining('REPORT RequestId'),
    },
  });
  expect(details('no answer for its variable')).toMatchObject({
    diagnostic: { place: expect.stringMatching(/serverless\.yml:\d+:/) },
  });
});

test('the page has the durations of earlier results', async () => {
  const folder = newFolder();
  const service = fixture('suite-run');
  expect(await command(folder, 'test', '-w', service, 'warm.yml', '--report-json', 'first.json')).toBe(0);
  const again = ['--earlier-results', 'first.json', '--report-html', 'page.html'];
  expect(await command(folder, 'test', '-w', service, 'warm.yml', ...again)).toBe(0);
  const first = JSON.parse(readFileSync(join(folder, 'first.json'), 'utf8')) as { cases: { durationMs?: number }[] };
  const { report } = readPage(readFileSync(join(folder, 'page.html'), 'utf8'));
  expect(report.hasEarlier).toBe(true);
  expect(report.cases.map(({ earlierMs }) => earlierMs)).toEqual(first.cases.map(({ durationMs }) => durationMs));
});

test('the command writes the page of an invocation, and of one that was refused', async () => {
  const folder = newFolder();
  const service = fixture('cli-service');
  expect(await command(folder, '-w', service, '-f', 'fails', '-d', '{"a":1}', '--report-html', 'page.html')).toBe(1);
  const failed = readPage(readFileSync(join(folder, 'page.html'), 'utf8'));
  expect(failed.report.cases).toMatchObject([{ name: 'fails', function: 'fails', status: 'failed' }]);
  expect(failed.details('fails')).toMatchObject({
    error: { type: 'RangeError', message: 'no such order', place: expect.stringContaining('handler.js:') },
    texts: { event: '{\n  "a": 1\n}', log: expect.stringContaining('END RequestId') },
  });
  expect(await command(folder, '-w', service, '-f', 'ecko', '-d', '{}', '--report-html', 'page.html')).toBe(2);
  const refused = readPage(readFileSync(join(folder, 'page.html'), 'utf8'));
  expect(refused.report.cases).toMatchObject([
    { name: 'ecko', status: 'not-run', summary: expect.stringContaining('ecko') },
  ]);
});

test('the action writes the page of an invocation, without its secrets', async () => {
  const workspace = newFolder();
  cpSync(fixture('action-node'), join(workspace, 'action-node'), { recursive: true });
  const step = await invokeStep({
    service: 'action-node',
    workspace,
    with: {
      function: 'status',
      data: '{"key":"AKIAIOSFODNN7EXAMPLE"}',
      'report-html': 'page.html',
      'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
      'aws-secret-access-key': 'a-secret-of-this-test',
    },
  });
  expect(step.outcome).toBe('success');
  const html = readFileSync(join(workspace, 'page.html'), 'utf8');
  const { report, details } = readPage(html);
  expect(report.cases).toMatchObject([{ name: 'status', status: 'passed' }]);
  expect(details('status')?.texts.event).toContain('***');
  expect(html).not.toContain('AKIAIOSFODNN7EXAMPLE');
});

test('the action writes the page of a suite', async () => {
  const workspace = newFolder();
  cpSync(fixture('suite-run'), join(workspace, 'suite-run'), { recursive: true });
  const inputs = { suite: 'warm.yml', 'report-html': 'out/page.html' };
  const step = await invokeStep({ service: 'suite-run', workspace, with: inputs });
  expect(step.outcome).toBe('success');
  const { report } = readPage(readFileSync(join(workspace, 'out/page.html'), 'utf8'));
  expect(report).toMatchObject({ verdict: 'passed' });
  expect(report.cases.map(({ name }) => name)).toContain('cold again');
});
