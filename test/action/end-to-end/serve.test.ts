import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { processesLeftBehind } from '../../harness/orphans.js';
import { runStep, type StepResult } from '../../harness/run-step.js';
import { fixture, repositoryRoot } from '../../paths.js';

const onLinux = process.platform === 'linux' ? test : test.skip;
const action = repositoryRoot;
const secret = 'wJalrXUtnFEMIK7MDENGbPxRfiCYREALKEY';

/** The post steps that are still to be run. */
let waiting: (() => Promise<StepResult>)[] = [];

afterEach(async () => {
  for (const post of waiting) await post();
  waiting = [];
});

/** Runs a step that serves, and gives what runs its post step. */
async function serve(inputs: Readonly<Record<string, string>>, workspace = fixture('siblings')) {
  const trackingId = `github_serve_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const step = { action, workspace, with: { serve: 'true', ...inputs }, trackingId };
  const main = await runStep({ ...step, leavesProcesses: true });
  const post = () => runStep({ ...step, post: { state: main.state, runnerTemp: main.runnerTemp } });
  waiting.push(post);
  const run = async (): Promise<StepResult> => {
    waiting = waiting.filter((each) => each !== post);
    return post();
  };
  return { main, post: run, trackingId, url: main.outputs['serve-url'] ?? '' };
}

const call = (url: string, name: string, event: unknown): Promise<Response> =>
  fetch(`${url}/2015-03-31/functions/${name}/invocations`, { method: 'POST', body: JSON.stringify(event) });

describe('a step that serves', () => {
  test('leaves a server behind for the steps after it, which its post step ends, with their logs', async () => {
    const { main, post, trackingId, url } = await serve({});
    expect(main.outcome).toBe('success');
    expect(main.outputs).toMatchObject({ status: 'success', 'serve-port': new URL(url).port, total: '', output: '' });
    expect(main.rawLines.join('\n')).toContain(`functions are served on ${url}: call, relay, greet, `);
    expect(await (await call(url, 'shop-dev-greet', { name: 'Ada' })).json()).toMatchObject({ hello: 'Ada' });
    const page = await fetch(`${url}/url/page/html`);
    expect(page.status).toBe(418);
    const { outcome, log, orphans } = await post();
    expect(outcome).toBe('success');
    expect(log).toContain('##[group]Log of the functions that were served');
    expect(log.filter((line) => line.includes('greeting Ada'))).toHaveLength(1);
    expect(orphans).toEqual([]);
    expect(await processesLeftBehind(trackingId)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  }, 60_000);

  onLinux(
    'keeps tokens, inputs and credentials out of what the server can be asked for',
    async () => {
      const keys = { 'aws-access-key-id': 'AKIAREALREALREALREAL', 'aws-secret-access-key': secret };
      const { main, post, trackingId, url } = await serve({ ...keys, env: 'A_VARIABLE=its-value' });
      const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isServer(name, trackingId));
      expect(pids).toHaveLength(1);
      const seen =
        readFileSync(`/proc/${pids[0]}/environ`, 'latin1') + readFileSync(`/proc/${pids[0]}/cmdline`, 'latin1');
      expect(seen).not.toMatch(/the-runtime-token|the-id-token-request-token|INPUT_|GITHUB_|AKIAREAL|its-value/);
      expect(seen).not.toContain(secret);
      expect(JSON.stringify(main.state)).not.toContain(secret);
      await (await call(url, 'greet', { name: secret })).text();
      const { rawLines } = await post();
      expect(rawLines.join('\n')).toContain('greeting ***');
      expect(rawLines.join('\n')).not.toContain(secret);
    },
    60_000,
  );

  test('has the runner take nothing of what handlers print as a command', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serve-hostile-'));
    writeFileSync(
      join(folder, 'serverless.yml'),
      'service: hostile\nprovider: { name: aws, runtime: nodejs22.x }\nfunctions: { f: { handler: index.handler } }\n',
    );
    const lines = [
      '::error::not ours',
      '::set-output name=serve-url::http://attacker',
      '::add-mask::greeting',
      '##[error]x',
    ];
    writeFileSync(
      join(folder, 'index.js'),
      `exports.handler = async () => { process.stdout.write(${JSON.stringify(`${lines.join('\n')}\n`)}); return 1; };`,
    );
    const { post, url } = await serve({}, folder);
    await (await call(url, 'f', {})).text();
    const ended = await post();
    expect(ended.log.filter((line) => line.includes('::error::not ours'))).toHaveLength(1);
    expect(ended.annotations.filter(({ message }) => message.includes('not ours'))).toEqual([]);
    expect(ended.outputs).toEqual({});
  }, 60_000);

  test.each([
    [
      { function: 'greet' },
      'The input `function` asks for something to be run, and `serve` runs what is asked for from outside.',
    ],
    [{ 'serve-port': 'http' }, 'The input `serve-port` is "http", and takes a whole number from 0 to 65,535.'],
    [{ serve: 'yes' }, 'The input `serve` is "yes", which is not a boolean.'],
    [{ config: 'nowhere.yml' }, 'nowhere.yml'],
    [{ path: 'event.json' }, 'The input `path` asks for something to be run'],
  ])(
    'fails for %j, and says why',
    async (inputs, message) => {
      const { main, post, trackingId } = await serve(inputs);
      expect(main.outcome).toBe('failure');
      expect(main.outputs).toMatchObject({ 'serve-url': '', 'error-type': 'InvokeLocal.InvalidRequest' });
      expect(main.annotations.map((each) => each.message).join('\n')).toContain(message);
      expect((await post()).outcome).toBe('success');
      expect(await processesLeftBehind(trackingId)).toEqual([]);
    },
    60_000,
  );

  test('that is not asked for leaves its post step nothing to do, and refuses its port', async () => {
    const step = { action, workspace: fixture('siblings'), with: { function: 'greet' } };
    const main = await runStep({ ...step, leavesProcesses: true });
    expect(main.outputs).toMatchObject({ 'serve-url': '', 'serve-port': '' });
    const post = await runStep({ ...step, post: { state: main.state, runnerTemp: main.runnerTemp } });
    expect([post.outcome, post.rawLines]).toEqual(['success', []]);
    const refused = await runStep({ ...step, with: { function: 'greet', 'serve-port': '4000' } });
    expect(refused.annotations.map(({ message }) => message).join('\n')).toContain('`serve-port` belongs to a server');
  }, 60_000);
});

function isServer(pid: string, trackingId: string): boolean {
  try {
    const isTracked = readFileSync(`/proc/${pid}/environ`, 'latin1').includes(trackingId);
    return isTracked && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('server.js');
  } catch {
    return false;
  }
}
