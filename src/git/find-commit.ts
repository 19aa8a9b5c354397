import { nearestName } from '../diagnostics/nearest-name.js';
import { UserError } from '../diagnostics/user-error.js';
import type { Repository } from './repository.js';
import { GitFailure } from './run-git.js';

/** A commit of a repository. */
export interface Commit {
  /** Its whole hash. */
  readonly hash: string;
  /** How it was asked for, such as `main`. */
  readonly ref: string;
}

/** The advice where a part of the history is missing. */
const fetchAll = 'Check out the whole history: `fetch-depth: 0` for actions/checkout, or `git fetch --unshallow`.';

/**
 * Finds the commit that a branch, a tag, a hash or an expression such as `HEAD~1` means. A branch that only the remote `origin` has
 * is found, too.
 * @throws UserError where there is none
 */
export async function findCommit(repository: Repository, ref: string): Promise<Commit> {
  for (const candidate of [ref, `refs/remotes/origin/${ref}`]) {
    const hash = await hashOf(repository, candidate);
    if (hash !== undefined) return { hash, ref };
  }
  if (repository.isShallow) {
    throw new UserError({
      code: 'git-shallow',
      message: `There is no commit "${ref}" here: this is a shallow clone, which has only the latest commits.`,
      hint: fetchAll,
    });
  }
  const nearest = nearestName(ref, await branches(repository));
  throw new UserError({
    code: 'git-commit-unknown',
    message: `There is no commit "${ref}" in this repository.`,
    hint:
      nearest === undefined
        ? 'Name a branch, a tag or a hash that is fetched. With `fetch-depth: 0` actions/checkout fetches all.'
        : `Did you mean ${nearest}?`,
  });
}

/**
 * Finds the commit where the branch that is checked out left another.
 * @throws UserError where the other is not there, or they have nothing in common, as in a shallow clone
 */
export async function findMergeBase(repository: Repository, target: string): Promise<Commit> {
  if (repository.isShallow) {
    throw new UserError({
      code: 'git-shallow',
      message: `Where this branch left ${target} can't be told: this is a shallow clone, which has only the latest commits.`,
      hint: fetchAll,
    });
  }
  const { hash } = await findCommit(repository, target);
  try {
    return { hash: await repository.git('merge-base', 'HEAD', hash), ref: `the merge base with ${target}` };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new UserError({
      code: 'git-unrelated',
      message: `What is checked out and ${target} have no commit in common.`,
      hint: 'Name the commit to compare with.',
    });
  }
}

/** The hash of the commit that a name means; `undefined` where there is none. */
export async function hashOf({ git }: Repository, ref: string): Promise<string | undefined> {
  try {
    return await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

async function branches({ git }: Repository): Promise<string[]> {
  const refs = await git('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads', 'refs/tags', 'refs/remotes');
  return refs.split('\n').filter((name) => name !== '');
}
