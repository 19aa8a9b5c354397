import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { distFolder, repositoryRoot } from '../paths.js';

/** The variables that keep git to a folder's own repository, with a committer. */
const gitEnvironment = {
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'octo',
  GIT_AUTHOR_EMAIL: 'octo@localhost',
  GIT_COMMITTER_NAME: 'octo',
  GIT_COMMITTER_EMAIL: 'octo@localhost',
};

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', env: gitEnvironment, maxBuffer: 2 ** 26 });
}

/** Lays the repository's own files, as far as they are tracked and lie under one of `paths`, into a folder. */
export function layRepository(folder: string, paths: readonly string[] = ['.']): void {
  const tracked = git(repositoryRoot, 'ls-files', '-z', '--', ...paths).split('\0');
  for (const path of tracked.filter((name) => name !== '' && !name.startsWith('dist/'))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(repositoryRoot, path), join(folder, path), { verbatimSymlinks: true });
  }
  // Other tests may have Python compile the bootstraps meanwhile.
  const isCompiled = (path: string): boolean => path.includes('__pycache__');
  cpSync(distFolder, join(folder, 'dist'), { recursive: true, filter: (path) => !isCompiled(path) });
}

/** Makes a folder the checkout of a repository of GitHub, with all its files and `files` committed. */
export function commitAll(folder: string, files: Readonly<Record<string, string>> = {}): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  git(folder, 'init', '--quiet', '--initial-branch', 'main', '--template=');
  git(folder, 'remote', 'add', 'origin', 'https://github.com/octo/service.git');
  // The files go into one pack: act copies the folder for each job, and would copy as many objects as files.
  git(folder, '-c', 'core.bigFileThreshold=1', 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--message', 'All');
}
