import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);
const version = '1.46.3';
const installTimeoutMs = 300_000;

/** The AWS CLI from PyPI, in an environment of the cache folder, into which it is installed where it is not there yet. */
export async function awsCli(): Promise<string | { readonly unavailable: string }> {
  if (process.platform === 'win32') return { unavailable: 'its program is a script of Python' };
  const folder = join(repositoryRoot, '.cache', `awscli-${version}`);
  const program = join(folder, 'bin', 'aws');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return program;
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(repositoryRoot, '.cache'), { recursive: true });
    await run('python3', ['-m', 'venv', folder], { timeout: installTimeoutMs });
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `awscli==${version}`];
    await run(join(folder, 'bin', 'python'), install, { timeout: installTimeoutMs });
    await writeFile(complete, '');
    return program;
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    return { unavailable: (stderr?.trim() || message).split('\n').slice(-3).join(' ') };
  }
}
