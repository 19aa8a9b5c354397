import { displayPath } from '../diagnostics/display-path.js';
import { realPath } from '../diagnostics/real-path.js';
import { UserError } from '../diagnostics/user-error.js';
import { GitFailure, type GitPlace, runGit } from './run-git.js';

/** A repository that is checked out. */
export interface Repository {
  /** The folder of the checkout, with its links resolved. Absolute. */
  readonly root: string;
  /** Whether a part of its history is missing, as after actions/checkout without `fetch-depth: 0`. */
  readonly isShallow: boolean;
  readonly place: GitPlace;
  /** Runs git at the root. */
  readonly git: (...args: readonly string[]) => Promise<string>;
}

/**
 * Finds the repository that a folder lies in.
 * @throws UserError where it lies in none, or git refuses it
 */
export async function openRepository(place: GitPlace): Promise<Repository> {
  const root = realPath(await toplevel(place));
  const atRoot = { ...place, folder: root };
  const git = (...args: readonly string[]): Promise<string> => runGit(args, atRoot);
  const isShallow = (await git('rev-parse', '--is-shallow-repository')) === 'true';
  return { root, isShallow, place: atRoot, git };
}

async function toplevel(place: GitPlace): Promise<string> {
  try {
    return await runGit(['rev-parse', '--show-toplevel'], place);
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const folder = displayPath(place.folder);
    if (/dubious ownership/.test(error.message)) {
      throw new UserError({
        code: 'git-ownership',
        message: `git does not read the repository of ${folder}, since it belongs to another user.`,
        hint: `Allow it: git config --global --add safe.directory "$PWD"`,
      });
    }
    throw new UserError({
      code: 'git-no-repository',
      message: `${folder} is in no checkout of a git repository, so that there is no other commit to compare with.`,
      hint: 'Check the code out with git, such as by actions/checkout with `fetch-depth: 0`.',
    });
  }
}
