import { join } from 'node:path';
import { installAlone } from '../install-alone.js';
import { repositoryRoot } from '../paths.js';
import { makePythonEnvironment } from '../python-packages/environment.js';

const version = '1.46.3';

/** The AWS CLI from PyPI, in an environment of the cache folder, into which it is installed where it is not there yet. */
export async function awsCli(): Promise<string | { readonly unavailable: string }> {
  if (process.platform === 'win32') return { unavailable: 'its program is a script of Python' };
  const folder = join(repositoryRoot, '.cache', `awscli-${version}`);
  const program = join(folder, 'bin', 'aws');
  try {
    await installAlone(folder, () => makePythonEnvironment('python3', folder, [`awscli==${version}`]));
    return program;
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    return { unavailable: (stderr?.trim() || message).split('\n').slice(-3).join(' ') };
  }
}
