import { readRole } from '../identity/read-role.js';
import type { RoleRequest } from '../identity/request.js';
import { boolean, type Environment, text } from './input-values.js';

/** The tags that aws-actions/configure-aws-credentials gives sessions, by the runner's variables. */
const tagVariables = {
  Repository: 'GITHUB_REPOSITORY',
  Workflow: 'GITHUB_WORKFLOW',
  Action: 'GITHUB_ACTION',
  Actor: 'GITHUB_ACTOR',
  Commit: 'GITHUB_SHA',
  Branch: 'GITHUB_REF',
} as const;

/** The longest value of a tag of a session. Source: AWS STS API reference, "Tag". */
const longestTagValue = 256;

/**
 * Reads the role that the credentials are to be of. Inputs, session and tags are those of aws-actions/configure-aws-credentials, so that
 * the same trust policies fit.
 * @throws UserError where something of it is wrong
 */
export function readRoleInputs(environment: Environment): RoleRequest | undefined {
  const of = (name: string): string | undefined => text(environment, name);
  const skipsTags = boolean(environment, 'role-skip-session-tagging', false);
  const written = {
    arn: of('role-to-assume'),
    sessionName: of('role-session-name'),
    externalId: of('role-external-id'),
    durationSeconds: of('role-duration-seconds'),
    tags: skipsTags ? undefined : of('custom-tags'),
    audience: of('audience'),
    isChained: boolean(environment, 'role-chaining', false),
  };
  const defaults = { sessionName: 'GitHubActions', tags: skipsTags ? {} : workflowTags(environment) };
  return readRole(written, defaults, (name) => `the input \`${name}\``);
}

function workflowTags(environment: Environment): Record<string, string> {
  if (environment['GITHUB_ACTIONS'] !== 'true') return {};
  const tags = Object.entries(tagVariables).flatMap(([tag, variable]) => {
    const value = environment[variable];
    return value ? [[tag, tagValue(value)] as const] : [];
  });
  return { GitHub: 'Actions', ...Object.fromEntries(tags) };
}

/** A value with an underscore for each character that a tag can't have. */
function tagValue(text: string): string {
  return text.replaceAll(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_').slice(0, longestTagValue);
}
