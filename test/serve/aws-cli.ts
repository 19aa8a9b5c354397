import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installAlone } from '../install-alone.js';
import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);
const version = '1.46.3';
const installTimeoutMs = 300_000;

/** The AWS CLI from PyPI, in an environment of the cache folder, into which it is installed where it is not there yet. */
export async function awsCli(): Promise<string | { readonly unavailable: string }> {
  if (process.platform === 'win32') return { unavailable: 'its program is a script of Python' };
  const folder = join(repositoryRoot, '.cache', `awscli-${version}`);
  const program = join(folder, 'bin', 'aws');
  try {
    await installAlone(folder, async () => {
      await run('python3', ['-m', 'venv', folder], { timeout: installTimeoutMs });
      const install = [
        '-m',
        'pip',
        'install',
        '-q',
        '--no-compile',
        '--disable-pip-version-check',
        `awscli==${version}`,
      ];
      await run(join(folder, 'bin', 'python'), install, { timeout: installTimeoutMs });
    });
    return program;
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    return { unavailable: (stderr?.trim() || message).split('\n').slice(-3).join(' ') };
  }
}
