import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ownTemporary } from '../../src/host/own-temporary.js';

import { invokeAll } from '../../src/invoke/invoke-all.js';
import { customService, nodeBootstrap } from '../runtimes/custom/bootstraps.js';
import { folderOf } from '../service/open-folder.js';
import { jobFor, type Run, type RunOptions, uncontained } from '../services/run-function.js';
import { writeZip } from '../write-zip.js';

/** What a handler of these tests answers. */
interface Answer {
  readonly name: string;
  readonly pid: number;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly api: string;
  readonly root: string;
}

const body = `const startedMs = Date.now();
  console.log('start ' + event.name);
  await new Promise((resolve) => setTimeout(resolve, event.waitMs));
  console.log('end ' + event.name);
  return { name: event.name, pid: process.pid, startedMs, endedMs: Date.now(), api: process.env.AWS_LAMBDA_RUNTIME_API, root: process.env.LAMBDA_TASK_ROOT };`;

/** Runs the function `hello` of a folder for each of the events. */
async function runAll(folder: string, events: readonly object[], concurrency?: number, options: RunOptions = {}) {
  const jobs = events.map((event) => jobFor(folder, 'hello', { ...uncontained, ...options, event }));
  const outcomes = await invokeAll(jobs, concurrency);
  return outcomes.map((outcome, index): Run => {
    const job = jobs[index];
    if (outcome.status === 'rejected' || job === undefined) throw new Error('It could not be run', { cause: outcome });
    return job.read(outcome.value);
  });
}

function events(count: number, waitMs: number): { readonly name: string; readonly waitMs: number }[] {
  return Array.from({ length: count }, (_, index) => ({ name: `n${index}`, waitMs }));
}

const onPosix = process.platform === 'win32' ? test.skip : test;

describe('several invocations', () => {
  onPosix('C43 of a custom runtime at once run in processes of their own, at the same time', async () => {
    const meeting = mkdtempSync(join(tmpdir(), 'invoke-all-'));
    const meet = `const fs = require('node:fs'); fs.writeFileSync(event.meeting + '/' + event.name, '');
      while (fs.readdirSync(event.meeting).length < 2) await new Promise((resolve) => setTimeout(resolve, 10));`;
    const bootstrap = nodeBootstrap(`${meet}\n${body}`);
    const folder = await customService({ bootstrap: [bootstrap, 0o755] }, 'handler: bootstrap, timeout: 50');
    const meeters = events(2, 0).map((event) => ({ ...event, meeting }));
    const answers = (await runAll(folder, meeters, 2)).map(({ answer }) => answer as Answer);
    const [first, second] = answers as [Answer, Answer];
    expect(answers.map(({ name }) => name)).toEqual(['n0', 'n1']);
    expect(second.pid).not.toBe(first.pid);
    expect(second.api).not.toBe(first.api);
  });

  onPosix('C43 with a concurrency of one are queued', async () => {
    const folder = await customService({ bootstrap: [nodeBootstrap(body), 0o755] }, 'handler: bootstrap, timeout: 20');
    const answers = (await runAll(folder, events(3, 50), 1)).map(({ answer }) => answer as Answer);
    for (const [index, { startedMs }] of answers.entries()) {
      expect(startedMs).toBeGreaterThanOrEqual(answers[index - 1]?.endedMs ?? 0);
    }
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(3);
  });

  test('eight at once of one artifact keep their results, logs and folders apart, and leave nothing', async () => {
    const folder = await folderOf({
      'serverless.yml':
        'service: many\nprovider: {name: aws, runtime: nodejs20.x}\npackage: {artifact: a.zip}\nfunctions:\n  hello: {handler: h.handler, timeout: 30}\n',
    });
    await writeZip(join(folder, 'a.zip'), [
      { name: 'h.js', content: `exports.handler = async (event) => { ${body} };` },
    ]);
    const before = temporaryFolders();
    const runs = await runAll(folder, events(8, 100), 8);
    for (const [index, { result, answer, log }] of runs.entries()) {
      expect(answer).toMatchObject({ name: `n${index}` });
      expect(log.match(/\b(?:start|end) n\d/g)).toEqual([`start n${index}`, `end n${index}`]);
      expect(log.match(/^(?:START|END|REPORT) RequestId: \S+/gm)).toEqual([
        `START RequestId: ${result.requestId}`,
        `END RequestId: ${result.requestId}`,
        `REPORT RequestId: ${result.requestId}`,
      ]);
    }
    const answers = runs.map(({ answer }) => answer as Answer);
    for (const key of ['pid', 'api', 'root'] as const) {
      expect(new Set(answers.map((answer) => answer[key])).size).toBe(8);
    }
    expect(temporaryFolders()).toEqual(before);
  });

  test('one that fails or can not be run does not hold the others up', async () => {
    const folder = await folderOf({
      'serverless.yml':
        'service: mixed\nprovider: {name: aws, runtime: nodejs20.x}\nfunctions:\n  good: {handler: h.good}\n  bad: {handler: h.bad}\n  crash: {handler: h.crash}\n',
      'h.js':
        'exports.good = async () => 1; exports.bad = async () => { throw new Error("no"); }; exports.crash = async () => process.exit(3);',
    });
    const jobs = ['good', 'nowhere', 'bad', 'crash', 'good'].map((name) => jobFor(folder, name));
    const outcomes = await invokeAll(jobs);
    expect(
      outcomes.map((outcome) =>
        outcome.status === 'rejected' ? outcome.reason.diagnostic.code : outcome.value.status,
      ),
    ).toEqual(['success', 'function-unknown', 'error', 'crash', 'success']);
  });

  test('one signal ends all of them, those that wait too', async () => {
    const folder = await folderOf({
      'serverless.yml':
        'service: ended\nprovider: {name: aws, runtime: nodejs20.x}\nfunctions:\n  hello: {handler: h.handler, timeout: 60}\n',
      'h.js':
        'exports.handler = async (event) => { console.log("waits"); await new Promise((r) => setTimeout(r, 50_000)); };',
    });
    const controller = new AbortController();
    const onLog = (chunk: Buffer): void => {
      if (chunk.includes('waits')) controller.abort(new Error('Enough'));
    };
    const jobs = events(5, 0).map((event) => jobFor(folder, 'hello', { event, onLog, signal: controller.signal }));
    const outcomes = await invokeAll(jobs, 2);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual(
      Array.from({ length: 5 }, () => 'Error: Enough'),
    );
  });
});

function temporaryFolders(): string[] {
  return readdirSync(ownTemporary()).filter((name) => name.startsWith(`invoke-local-function-${process.pid}-`));
}
