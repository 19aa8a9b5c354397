import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { SandboxOptions } from '../../src/lambda/sandbox/sandbox-options.js';
import { fixture } from '../paths.js';
import { rawSandbox } from './raw-sandbox.js';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

/** Posts an answer for whatever invocation runs, and says what became of it. */
const intruder = `const [address, path] = process.argv.slice(1);
const [host, port] = address.split(':');
const http = require('node:http');
const next = http.request({ host, port, method: 'POST', path }, (response) => {
  response.resume().on('end', () => console.log(response.statusCode));
});
next.on('error', (error) => console.log(error.code));
next.end('"intruded"');`;

/** What an intruder that does not belong to the sandbox is answered. */
function intrude(address: string, path: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', intruder, address, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'] },
    });
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.once('close', () => resolve(printed.trim()));
  });
}

const addressOf = (log: string): string => /127\.0\.0\.1:\d+/.exec(log)?.[0] ?? '';

/** A runtime that tells its address. */
const telling = {
  command: process.execPath,
  args: [
    '-e',
    `console.log(process.env.AWS_LAMBDA_RUNTIME_API); require(${JSON.stringify(fixture('raw-runtime', 'runtime.cjs'))})`,
  ],
};

onLinux('the Runtime API of a sandbox', () => {
  test('refuses a process that does not belong to it, also one that knows what to ask, and tells of it', async () => {
    const refused: (number | undefined)[] = [];
    const options: Partial<SandboxOptions> = { candidates: [telling], onForeign: (pid) => refused.push(pid) };
    await using raw = await rawSandbox(options);
    await raw.invoke({});
    const address = addressOf(raw.log());
    const running = raw.invoke({ sleepMs: 1_500 });
    for (const path of [
      '/2018-06-01/runtime/init/error',
      '/2018-06-01/runtime/invocation/next',
      '/2018-06-01/ping',
      '/2020-01-01/extension/register',
    ]) {
      expect(await intrude(address, path)).toBe('403');
    }
    expect(await running).toMatchObject({ status: 'success', body: { count: 2 } });
    expect(refused).toHaveLength(4);
    for (const pid of refused) expect(pid).toBeGreaterThan(1);
  });

  test('refuses a plain request with another token than its own', async () => {
    await using raw = await rawSandbox({ candidates: [{ ...telling, sendsToken: true }] });
    await raw.invoke({});
    const [host, port] = addressOf(raw.log()).split(':');
    const script = `const socket = require('node:net').connect(${port}, '${host}');
      socket.write('GET /2018-06-01/ping HTTP/1.1\\r\\nHost: h\\r\\nInvoke-Local-Token: ${'0'.repeat(32)}\\r\\n\\r\\n');
      socket.once('data', (chunk) => { console.log(String(chunk).split('\\r\\n')[0]); socket.destroy(); });`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { env: {} });
    expect(stdout).toMatch(/^HTTP\/1\.1 403/);
  });

  test('serves what a runtime starts, also what has left it', async () => {
    const script = `const { spawn } = require('node:child_process');
      const ask = (options) => new Promise((resolve) => {
        const child = spawn(process.execPath, ['-e', ${JSON.stringify(intruder)}, process.env.AWS_LAMBDA_RUNTIME_API, '/2018-06-01/ping'], { stdio: ['ignore', 'pipe', 'inherit'], ...options });
        child.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
      });
      Promise.all([ask({}), ask({ detached: true })]).then((answers) => {
        console.log('answers ' + answers);
        require(${JSON.stringify(fixture('raw-runtime', 'runtime.cjs'))});
      });`;
    await using raw = await rawSandbox({ candidates: [{ command: process.execPath, args: ['-e', script] }] });
    expect(await raw.invoke({})).toMatchObject({ status: 'success' });
    expect(raw.log()).toContain('answers 200,200');
  });
});
