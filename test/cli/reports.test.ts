import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ReportDocument } from '../../src/report/json/report-document.js';
import { fixture } from '../paths.js';
import { reportProblems } from '../report/json/validate.js';
import { attributesOf, junitProblems, textsIn } from '../report/junit/validate.js';
import { ended, type Run, run, start } from './command.js';

const posix = process.platform === 'win32' ? test.skip : test;

interface Reported extends Run {
  readonly folder: string;
  readonly document: ReportDocument;
  readonly xml: string;
}

const newFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'reports-')));
const flags = ['--report-json', 'a/report.json', '--report-junit=report.xml'];

/** Reads both reports of a run, which are valid. */
async function reportsIn(folder: string, ended: Run): Promise<Reported> {
  const document = JSON.parse(readFileSync(join(folder, 'a/report.json'), 'utf8')) as ReportDocument;
  const xml = readFileSync(join(folder, 'report.xml'), 'utf8');
  expect(reportProblems(document)).toEqual([]);
  expect(await junitProblems(xml)).toEqual([]);
  return { ...ended, folder, document, xml };
}

async function reported(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Reported> {
  const folder = newFolder();
  return reportsIn(folder, await run([...args, ...flags], { cwd: folder, env }));
}

test('a success is in both reports, relative to the folder that the command runs in, and still printed', async () => {
  const { code, stdout, document, xml } = await reported(['-f', 'text', '-d', '{}']);
  expect(code).toBe(0);
  const [invocation] = document.invocations;
  expect(invocation).toMatchObject({ function: { key: 'text' }, outcome: 'succeeded', event: { text: '{}' } });
  expect(JSON.parse(stdout.toString())).toBe(JSON.parse(invocation?.response?.text ?? ''));
  expect(invocation?.log).toEqual({ text: expect.stringMatching(/^START .*^REPORT /ms), omittedBytes: 0 });
  expect(textsIn(xml, 'system-out')[0]).toBe(invocation?.log.text);
});

test('with --quiet, the reports have the whole log', async () => {
  const { document, stderr } = await reported(['-f', 'text', '-d', '{}', '--quiet']);
  expect(stderr.toString()).not.toContain('REPORT');
  expect(document.invocations[0]?.log.text).toContain('REPORT');
});

test('a failure is in both reports, and the exit code stays', async () => {
  const { code, document, xml } = await reported(['-f', 'fails', '-d', '{}']);
  expect(code).toBe(1);
  expect(document.invocations[0]).toMatchObject({
    status: 'error',
    error: { type: 'RangeError', message: 'no such order', location: { file: fixture('cli-service', 'handler.js') } },
  });
  expect(attributesOf(xml, 'failure')).toMatchObject({ type: 'RangeError', message: 'no such order' });
});

test('a wrong request is in both reports', async () => {
  const { code, document } = await reported(['-f', 'ecko', '-d', '{}']);
  expect(code).toBe(2);
  expect(document.invocations[0]).toMatchObject({ function: { key: 'ecko' }, outcome: 'refused' });
});

posix('a run that is interrupted is in both reports', async () => {
  const folder = newFolder();
  const child = start(['-f', 'waits', '-d', '{}', '--isolate', 'false', ...flags], {
    cwd: folder,
    env: { PIDS: join(folder, 'pids') },
  });
  child.stderr?.once('data', () => setTimeout(() => child.kill('SIGINT'), 200));
  const { code, document } = await reportsIn(folder, await ended(child));
  expect(code).toBe(130);
  expect(document.invocations[0]).toMatchObject({ outcome: 'cancelled', error: { signal: 'SIGINT' } });
});

test('credentials that AWS gave out are in no report, wherever they come from', async () => {
  const env = { AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'the-secret/key+of-this-test' };
  const { document, xml, stdout } = await reported(['-f', 'credentials', '-d', '{}'], env);
  expect(stdout.toString()).toContain(env.AWS_SECRET_ACCESS_KEY);
  for (const secret of Object.values(env)) expect(JSON.stringify(document) + xml).not.toContain(secret);
});

describe('a path that no report can have', () => {
  test('is a wrong request, of which the other report tells', async () => {
    const folder = newFolder();
    const { code, stdout, stderr } = await run(
      ['-f', 'text', '-d', '{}', '--report-json', '.', '--report-junit', 'report.xml'],
      { cwd: folder },
    );
    expect(code).toBe(2);
    expect(stdout).toHaveLength(0);
    expect(stderr.toString()).toContain('The flag --report-json names ., which is a folder.');
    expect(readFileSync(join(folder, 'report.xml'), 'utf8')).toContain('InvokeLocal.InvalidRequest');
  });

  test('is told where no value follows', async () => {
    const { code, stderr } = await run(['-f', 'text', '--report-json']);
    expect([code, stderr.toString()]).toEqual([2, expect.stringContaining('The flag --report-json needs a value')]);
  });
});

test('a report that can not be written is exit code 74 of a success; the response is printed all the same', async () => {
  const folder = newFolder();
  const event = JSON.stringify({ path: join(folder, 'r.json') });
  const { code, stdout, stderr } = await run(
    ['-f', 'occupies', '-d', event, '--isolate', 'false', '--report-json', 'r.json'],
    {
      cwd: folder,
    },
  );
  expect(stdout.toString()).toBe('"occupied"\n');
  expect(stderr.toString()).toMatch(/error: The report of `report-json` could not be written to r\.json: /);
  expect(code).toBe(74);
});
