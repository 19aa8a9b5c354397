import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { goSettings } from '../../go-settings.js';
import { fixture, repositoryRoot } from '../../paths.js';

const run = promisify(execFile);
const fetchTimeoutMs = 120_000;
const buildTimeoutMs = 540_000;

/** A program with one of AWS's clients in it, or why there is none: {@link buildGo}, {@link buildRust}. */
export type BuiltProgram = { readonly program: string } | { readonly unavailable: string };

/** Builds the function in Go, with AWS's client from its registry. */
export async function buildGo(): Promise<BuiltProgram> {
  const cwd = fixture('custom-go');
  const program = join(repositoryRoot, '.cache', 'custom-go', 'bootstrap');
  const unavailable = await failureOf('go', ['mod', 'download'], cwd);
  if (unavailable !== undefined) return { unavailable };
  await run('go', ['build', '-tags', 'lambda.norpc', '-o', program, '.'], {
    cwd,
    timeout: buildTimeoutMs,
    env: { ...process.env, ...goSettings() },
  });
  return { program };
}

/** Builds the function in Rust, with AWS's client from its registry, in a copy that keeps what it takes from there. */
export async function buildRust(): Promise<BuiltProgram> {
  const cwd = join(repositoryRoot, '.cache', 'custom-rust');
  await mkdir(cwd, { recursive: true });
  await cp(fixture('custom-rust'), cwd, { recursive: true, preserveTimestamps: true });
  const unavailable = await failureOf('cargo', ['fetch', '--locked', '--quiet'], cwd);
  if (unavailable !== undefined) return { unavailable };
  await run('cargo', ['build', '--quiet', '--locked', '--offline', '--target-dir', 'target'], {
    cwd,
    timeout: buildTimeoutMs,
  });
  return { program: join(cwd, 'target', 'debug', 'bootstrap') };
}

/** Why nothing can be built: the toolchain is not there, or its registry is not. */
async function failureOf(command: string, args: readonly string[], cwd: string): Promise<string | undefined> {
  if (process.platform === 'win32') return 'Windows has no programs that Lambda could run.';
  try {
    await run(command, args, { cwd, timeout: fetchTimeoutMs });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    return (stderr?.trim() || message).split('\n').slice(-3).join(' ');
  }
}
