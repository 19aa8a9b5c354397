import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { processesLeftBehind } from '../harness/orphans.js';
import { fixture, repositoryRoot } from '../paths.js';
import { entry } from './command.js';

function startServer(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [entry, 'serve', '-w', fixture('siblings'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: repositoryRoot, ...environment },
  });
}

/** What a server says once it is ready. */
async function ready({ stdout }: ChildProcess): Promise<{ url: string; port: number; functions: string[] }> {
  if (stdout === null) throw new Error('There is no standard output');
  const [line] = (await once(createInterface(stdout), 'line')) as [string];
  return JSON.parse(line) as { url: string; port: number; functions: string[] };
}

const call = (url: string, name: string, body = '{}'): Promise<Response> =>
  fetch(`${url}/2015-03-31/functions/${name}/invocations`, { method: 'POST', body });

describe('invoke-local serve', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'says on a line that it is ready, serves, and ends by %s with all that it has started',
    async (signal) => {
      const trackingId = `serve_${randomUUID()}`;
      const server = startServer([], { RUNNER_TRACKING_ID: trackingId });
      const log = text(server.stderr);
      const { url, port, functions } = await ready(server);
      expect([url, functions]).toEqual([`http://127.0.0.1:${port}`, expect.arrayContaining(['greet', 'third-time'])]);
      expect(await (await call(url, 'greet', '{"name":"Ada"}')).json()).toMatchObject({ hello: 'Ada' });
      const cut = call(url, 'page', '{"rawPath":"/none"}').then((response) => response.text());
      await cut;
      const running = call(url, 'slow').then(
        (response) => response.status,
        () => 'cut off',
      );
      server.kill(signal);
      const [code] = (await once(server, 'close')) as [number | null];
      expect(code).toBe(0);
      expect(['cut off', 200]).toContain(await running);
      expect(await processesLeftBehind(trackingId)).toEqual([]);
      expect(await log).toMatch(/^greet \| .*greeting Ada$/m);
    },
    60_000,
  );

  test('keeps secrets out of the log', async () => {
    const secret = 'wJalrXUtnFEMIK7MDENGbPxRfiCYREALKEY';
    const server = startServer([], { AWS_ACCESS_KEY_ID: 'AKIAREALREALREALREAL', AWS_SECRET_ACCESS_KEY: secret });
    const log = text(server.stderr);
    const { url } = await ready(server);
    await (await call(url, 'greet', JSON.stringify({ name: secret }))).text();
    server.kill('SIGTERM');
    await once(server, 'close');
    expect(await log).toContain('greeting ***');
    expect(await log).not.toContain(secret);
  }, 60_000);

  test.each([
    [['--port', '70000'], 'The flag --port takes a whole number from 0 to 65,535, and "70000" was given.'],
    [['--concurrency=0'], 'The flag --concurrency takes a whole number from 1 to 1,000, and "0" was given.'],
    [['-d', '{}'], 'The flag --data belongs to a single invocation, and a server gets its events from outside.'],
    [['greet'], 'Unexpected argument "greet".'],
  ])('refuses %j', async (args, message) => {
    const server = startServer(args);
    const log = text(server.stderr);
    const [code] = (await once(server, 'close')) as [number | null];
    expect([code, await log]).toEqual([2, expect.stringContaining(message)]);
  });

  test('says which port it can not have', async () => {
    const first = startServer([]);
    const { port } = await ready(first);
    const second = startServer(['--port', String(port)]);
    const log = text(second.stderr);
    const [code] = (await once(second, 'close')) as [number | null];
    first.kill('SIGTERM');
    await once(first, 'close');
    expect([code, await log]).toEqual([2, expect.stringContaining(`can't listen on port ${port} of 127.0.0.1`)]);
  }, 60_000);
});
