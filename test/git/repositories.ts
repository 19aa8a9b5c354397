import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository of a test. */
export interface TestRepository {
  /** Absolute. */
  readonly folder: string;
  /** Runs git in it, and returns what it printed. */
  git(...args: readonly string[]): string;
  /** Writes files, by their paths in it. */
  write(files: Readonly<Record<string, string>>): void;
  /** Writes files, and commits everything. @returns the commit's hash */
  commit(message: string, files?: Readonly<Record<string, string>>): string;
}

const identity = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** A new folder for tests. */
export function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'git-')));
}

/** The repository in a folder. */
export function repositoryIn(folder: string): TestRepository {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      env: { ...process.env, ...identity },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trimEnd();
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  const commit = (message: string, files: Readonly<Record<string, string>> = {}): string => {
    write(files);
    git('add', '-A');
    git('commit', '--quiet', '--allow-empty', '-m', message);
    return git('rev-parse', 'HEAD');
  };
  return { folder, git, write, commit };
}

/** A new repository on the branch `main`. */
export function newRepository(): TestRepository {
  const repository = repositoryIn(newFolder());
  repository.git('init', '--quiet', '--initial-branch=main');
  return repository;
}

/** A clone of a repository. */
export function cloneOf(from: TestRepository, ...options: readonly string[]): TestRepository {
  const folder = join(newFolder(), 'clone');
  from.git('clone', '--quiet', ...options, `file://${from.folder}`, folder);
  return repositoryIn(folder);
}
