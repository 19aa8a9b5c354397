import { type ChildProcess, type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import { installAlone } from '../../../install-alone.js';
import { repositoryRoot } from '../../../paths.js';
import { environmentPython, makePythonEnvironment } from '../../../python-packages/environment.js';

const run = promisify(execFile);
const version = '5.2.5';
/** It, and what its server needs but cfn-lint, which checks templates for a call that no test makes, and is a half of all there is to install. */
const packages = [
  `moto[cognitoidp,dynamodb,s3,stepfunctions,xray]==${version}`,
  ...['flask', 'flask-cors', 'graphql-core', 'openapi-spec-validator', 'pyparsing'],
];
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
  // It takes a port that is free, and tells which.
  const server = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const url = await told(server);
    await answers(`${url}/moto-api/data.json`, server);
    return { url, stop: () => stop(server) };
  } catch (error) {
    await stop(server);
    return { unavailable: (error as Error).message };
  }
}

/** The interpreter of a virtual environment that has moto, and boto3 with it. */
export async function motoPython(): Promise<string> {
  const folder = join(repositoryRoot, '.cache', `moto-${version}`);
  await installAlone(folder, async () => makePythonEnvironment(await findPython(), folder, packages));
  return environmentPython(folder);
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

/** Waits until the server says where it listens. What it says after that is read, and dropped. */
function told({ stderr }: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    stderr.on('data', (chunk: Buffer) => {
      if (text.length < 10_000) text += chunk;
      const [, url] = /Running on (http:\/\/127\.0\.0\.1:\d+)\s/.exec(text) ?? [];
      if (url !== undefined) resolve(url);
    });
    stderr.on('end', () => reject(new Error(`moto's server has ended: ${text.trim().split('\n').at(-1)}`)));
  });
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
