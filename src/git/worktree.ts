import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.js';
import { ownTemporary } from '../host/own-temporary.js';
import type { Commit } from './find-commit.js';
import type { Repository } from './repository.js';
import { GitFailure, runGit } from './run-git.js';

/** A commit that is checked out in a folder of its own. Disposing of it removes the folder, and what git knows of it. */
export interface Worktree extends AsyncDisposable {
  /** Absolute. */
  readonly folder: string;
}

/** How long git may take to forget a worktree, in ms. It is done after the run was aborted, too. */
const pruneMs = 5_000;

/**
 * Checks a commit out beside the checkout that is there, which stays as it is.
 * @throws UserError where git can't; the signal's reason where the run was aborted
 */
export async function checkOut(repository: Repository, commit: Commit): Promise<Worktree> {
  const parent = mkdtempSync(join(ownTemporary(), 'invoke-local-base-'));
  const folder = join(parent, 'checkout');
  const remove = async (): Promise<void> => {
    rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    // It forgets the worktrees whose folders are gone, and does so by itself before long where this fails.
    const place = { ...repository.place, signal: AbortSignal.timeout(pruneMs) };
    await runGit(['worktree', 'prune'], place).catch(() => {});
  };
  try {
    await repository.git('worktree', 'add', '--detach', '--force', folder, commit.hash);
  } catch (error) {
    await remove();
    if (!(error instanceof GitFailure)) throw error;
    throw new UserError({
      code: 'git-checkout-failed',
      message: `The commit ${commit.hash.slice(0, 10)} (${commit.ref}) could not be checked out: ${error.message}`,
    });
  }
  return { folder, [Symbol.asyncDispose]: remove };
}
