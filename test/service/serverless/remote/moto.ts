import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import { repositoryRoot } from '../../../paths.js';

const run = promisify(execFile);
const version = '5.2.5';
const isWindows = process.platform === 'win32';
const installTimeoutMs = 300_000;
const startTimeoutMs = 60_000;

/** An implementation of AWS's APIs on loopback. */
export interface Moto {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts moto's server, which is installed into the cache folder where it is not there yet. */
export async function startMoto(): Promise<Moto | { readonly unavailable: string }> {
  const python = await motoPython().catch((error: Error & { stderr?: string }) => ({
    unavailable: (error.stderr?.trim() || error.message).split('\n').slice(-3).join(' '),
  }));
  if (typeof python !== 'string') return python;
  const port = await freePort();
  const server = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  try {
    await answers(`${url}/moto-api/data.json`, server);
  } catch (error) {
    await stop(server);
    return { unavailable: (error as Error).message };
  }
  return { url, stop: () => stop(server) };
}

/** The interpreter of a virtual environment that has moto, and boto3 with it. */
export async function motoPython(): Promise<string> {
  const folder = join(repositoryRoot, '.cache', `moto-${version}`);
  const python = isWindows ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(repositoryRoot, '.cache'), { recursive: true });
  await run(await findPython(), ['-m', 'venv', folder], { timeout: installTimeoutMs });
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `moto[server]==${version}`];
  await run(python, install, { timeout: installTimeoutMs });
  await writeFile(complete, '');
  return python;
}

async function findPython(): Promise<string> {
  const names = ['python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3.9', 'python3', 'python'];
  for (const name of names) {
    const check = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))';
    const isUsable = await run(name, ['-c', check], { timeout: 20_000 }).then(
      () => true,
      () => false,
    );
    if (isUsable) return name;
  }
  throw new Error('No Python from 3.9 with venv and pip is on PATH.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + startTimeoutMs;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`moto's server ended with exit code ${server.exitCode}.`);
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await delay(200);
  }
  throw new Error(`moto's server did not answer within ${startTimeoutMs / 1000} s.`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}
