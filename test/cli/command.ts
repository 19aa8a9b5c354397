import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, fixture, repositoryRoot } from '../paths.js';

const bundle = join(distFolder, 'cli', 'index.js');

/** The entry under test: the committed bundle where there is one, else what it is built from. */
export const entry = existsSync(bundle) ? bundle : join(repositoryRoot, 'lib', 'src', 'cli', 'index.js');

/** A runtime that this Node runs without a warning. */
export const nodeRuntime = `nodejs${process.versions.node.split('.')[0]}.x`;

/** How a run of the command ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** Starts the command in the fixture's service. */
export function start(args: readonly string[], options: SpawnOptions = {}) {
  return spawn(process.execPath, [entry, '-w', fixture('cli-service'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
    env: { PATH: process.env['PATH'], HOME: repositoryRoot, ...options.env },
  });
}

/** Waits for a started command, and collects what it prints. */
export function ended(child: ReturnType<typeof start>): Promise<Run> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }));
  });
}

/** Runs the command in the fixture's service, with an empty standard input. */
export function run(args: readonly string[], options: SpawnOptions = {}): Promise<Run> {
  return ended(start(args, options));
}
