import { audienceOf, partitionOf } from '../aws/partition.js';
import { type RunnerTokens, requestRunnerToken, runnerTokens, subjectOf } from '../aws/runner-token.js';
import { UserError } from '../diagnostics/user-error.js';
import type { Credentials } from './credentials.js';
import type { CredentialsOptions } from './credentials-options.js';
import type { RoleRequest } from './request.js';
import { askForSession } from './session.js';

/** The region where none is said. */
const defaultRegion = 'us-east-1';

/**
 * Assumes the role that the caller names: with the keys or the profile that the caller names too, else with a token of the
 * workflow's identity where the runner gives one, else with the credentials that are there.
 * @param findOwn the credentials without the role
 * @param policy a session policy that narrows it
 * @throws UserError where it can't be assumed
 */
export async function assumeRole(
  role: RoleRequest,
  options: CredentialsOptions,
  findOwn: () => Promise<Credentials | undefined>,
  policy?: string,
): Promise<Credentials> {
  const { request, stepEnvironment, region = defaultRegion } = options;
  refuseOtherPartition(role.arn, region);
  const { arn, sessionName, externalId, tags, durationSeconds, isChained } = role;
  const terms = {
    arn,
    sessionName,
    ...(policy === undefined ? {} : { policy }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
  };
  const isNamed = Boolean(request.accessKeyId || request.secretAccessKey || request.profile);
  const tokens = isNamed || isChained ? undefined : runnerTokens(stepEnvironment);
  if (tokens !== undefined) {
    const audience = role.audience ?? audienceOf(region);
    const token = await tokenFor(tokens, audience, options);
    const asked = { kind: 'web-identity', token, ...terms } as const;
    return askForSession({ request: asked, region, audience, subject: subjectOf(token) }, options);
  }
  const own = await findOwn();
  if (own === undefined) throw nothingToAssumeWith(arn, isChained, stepEnvironment);
  const asked = { kind: 'role', tags, ...terms, ...(externalId === undefined ? {} : { externalId }) } as const;
  return askForSession({ request: asked, keys: own, region }, options);
}

async function tokenFor(tokens: RunnerTokens, audience: string, options: CredentialsOptions): Promise<string> {
  const { signal, onSecret } = options;
  try {
    const token = await requestRunnerToken(tokens, audience, signal);
    onSecret?.(token);
    return token;
  } catch (error) {
    signal.throwIfAborted();
    throw new UserError({
      code: 'id-token-failed',
      message: `The runner gave no token of the workflow's identity: ${(error as Error).message.replace(/\.$/, '')}.`,
      hint: 'Run the job again. Where it goes on, give keys, or set `role-chaining: true` to assume the role with the credentials of the environment.',
      cause: error,
    });
  }
}

function refuseOtherPartition(arn: string, region: string): void {
  const [, partition = ''] = arn.split(':');
  if (partition === partitionOf(region)) return;
  throw new UserError({
    code: 'role-other-partition',
    message: `The role ${arn} is in the partition ${partition}, and the region ${region} in ${partitionOf(region)}: credentials of one are not valid in the other.`,
    hint: 'Give the `region` of the function, or a role of its partition.',
  });
}

function nothingToAssumeWith(
  arn: string,
  isChained: boolean,
  environment: CredentialsOptions['stepEnvironment'],
): UserError {
  const code = 'role-without-credentials';
  const message = `There is nothing to assume the role ${arn} with: there are no credentials`;
  if (environment['GITHUB_ACTIONS'] !== 'true' || isChained) {
    return new UserError({ code, message: `${message}.`, hint: 'Give keys, or a profile (`aws-profile`).' });
  }
  return new UserError({
    code,
    message: `${message}, and the job has no permission to get a token of its own identity.`,
    hint: [
      'Add to the job, or to the workflow:',
      'permissions:',
      '  id-token: write',
      '  contents: read',
      'The pull request of a fork never has it: there, `aws: replay` needs no credentials.',
    ].join('\n'),
  });
}
