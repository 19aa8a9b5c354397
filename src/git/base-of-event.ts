import { readFileSync } from 'node:fs';
import { UserError } from '../diagnostics/user-error.js';
import { type Commit, findCommit, findMergeBase, hashOf } from './find-commit.js';
import type { Repository } from './repository.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables by which CI systems name the branch that a pull request goes to.
 * GitHub: https://docs.github.com/en/actions/reference/workflows-and-actions/variables, GitLab:
 * https://docs.gitlab.com/ci/variables/predefined_variables/, Bitbucket:
 * https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/, Azure:
 * https://learn.microsoft.com/azure/devops/pipelines/build/variables, Buildkite:
 * https://buildkite.com/docs/pipelines/configure/environment-variables, Jenkins (Branch API plugin): `CHANGE_TARGET`.
 */
const targetVariables = [
  'GITHUB_BASE_REF',
  'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
  'BITBUCKET_PR_DESTINATION_BRANCH',
  'SYSTEM_PULLREQUEST_TARGETBRANCH',
  'BUILDKITE_PULL_REQUEST_BASE_BRANCH',
  'CHANGE_TARGET',
];

/** The payload of a GitHub event, as far as it names commits: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
interface EventPayload {
  readonly pull_request?: { readonly base?: { readonly sha?: string } };
  readonly merge_group?: { readonly base_sha?: string };
  readonly before?: string;
}

/**
 * Finds the commit that the code is a change of: of a pull request the merge base with its target, of a merge group its base, of
 * a push what was there before, and elsewhere the merge base with the default branch of `origin`.
 * @throws UserError where it can't be told, as in a shallow clone
 */
export async function findBaseOfEvent(repository: Repository, environment: Environment): Promise<Commit> {
  const payload = readPayload(environment);
  const target = targetVariables.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
  if (target !== undefined) {
    return findMergeBase(repository, await targetOf(repository, target.replace(/^refs\/heads\//, ''), payload));
  }
  const mergeGroup = payload.merge_group?.base_sha;
  if (mergeGroup !== undefined)
    return { ...(await findCommit(repository, mergeGroup)), ref: 'the base of the merge group' };
  const { before } = payload;
  if (before !== undefined && !/^0+$/.test(before)) {
    return { ...(await findCommit(repository, before)), ref: 'what was there before the push' };
  }
  if ((await hashOf(repository, 'refs/remotes/origin/HEAD')) !== undefined) {
    return findMergeBase(repository, await repository.git('rev-parse', '--abbrev-ref', 'origin/HEAD'));
  }
  throw new UserError({
    code: 'git-base-unknown',
    message:
      'Which commit to compare with can\'t be told: this is neither a pull request nor a push, and git knows no default branch of "origin".',
    hint: 'Name the commit, such as main or HEAD~1.',
  });
}

/** The target's branch where it is fetched, else the commit that it was at when the event happened. */
async function targetOf(repository: Repository, branch: string, payload: EventPayload): Promise<string> {
  const sha = payload.pull_request?.base?.sha;
  if ((await hashOf(repository, `refs/remotes/origin/${branch}`)) !== undefined) return `origin/${branch}`;
  return sha ?? branch;
}

function readPayload({ GITHUB_EVENT_PATH: path }: Environment): EventPayload {
  if (path === undefined || path === '') return {};
  try {
    const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof payload === 'object' && payload !== null ? payload : {};
  } catch {
    return {};
  }
}
