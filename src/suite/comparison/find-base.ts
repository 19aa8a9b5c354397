import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { findBaseOfEvent } from '../../git/base-of-event.js';
import { type Commit, findCommit } from '../../git/find-commit.js';
import { openRepository, type Repository } from '../../git/repository.js';
import type { GitPlace } from '../../git/run-git.js';

/** The commit that a suite is compared with. */
export interface FoundBase {
  readonly repository: Repository;
  readonly commit: Commit;
}

/**
 * Finds the commit that a suite is compared with.
 * @param ref a branch, a tag, a hash, or `auto`
 * @param place in the service's folder
 * @throws UserError where there is none
 */
export async function findBase(ref: string, place: GitPlace, report: ReportDiagnostic): Promise<FoundBase> {
  const repository = await openRepository(place);
  const commit =
    ref === 'auto' ? await findBaseOfEvent(repository, place.environment) : await findCommit(repository, ref);
  if ((await repository.git('rev-parse', 'HEAD')) === commit.hash) {
    const changes = await repository.git('status', '--porcelain');
    if (changes === '') report(sameCode(commit));
  }
  return { repository, commit };
}

function sameCode({ hash, ref }: Commit) {
  return {
    severity: 'warning',
    code: 'comparison-same-commit',
    message: `The code is compared with itself: ${ref} is the commit that is checked out, ${hash.slice(0, 10)}.`,
    hint: 'Check the other commit out, or name another one by `compare-with`.',
  } as const;
}
