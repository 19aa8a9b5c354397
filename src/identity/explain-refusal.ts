import { awsReadError } from '../aws/aws-read-error.js';
import { UserError } from '../diagnostics/user-error.js';
import type { SessionQuestion } from './session-question.js';

/** Why STS gave no credentials, and what to do. @param endpoint the one that was used in place of its own */
export function explainRefusal(error: unknown, question: SessionQuestion, endpoint: string | undefined): UserError {
  const { request, region } = question;
  const { name, message } = error as Error;
  const subject =
    request.kind === 'federation' ? "The user's keys could not be narrowed" : `The role ${request.arn} was not assumed`;
  const said = `AWS STS says ${name}: ${message.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '')}`;
  const hint = hintFor(name, message, question);
  if (hint !== undefined) {
    return new UserError({ code: 'role-refused', message: `${subject}: ${said}.`, hint, cause: error });
  }
  const explained = awsReadError(error, {
    service: 'AWS STS',
    region,
    action: 'sts:AssumeRole',
    resource: request.kind === 'federation' ? '*' : request.arn,
    endpoint,
  });
  return new UserError({
    code: explained.code,
    message: `${subject}: the request ${explained.message}.`,
    hint: explained.hint,
    cause: error,
  });
}

/** What to do about an error of STS; `undefined` for one that any service may answer with. */
function hintFor(name: string, message: string, question: SessionQuestion): string | undefined {
  const { request } = question;
  switch (name) {
    case 'AccessDenied':
    case 'AccessDeniedException':
      return hintForDenial(message, question);
    case 'InvalidIdentityToken':
    case 'InvalidIdentityTokenException':
      return 'The account needs an identity provider for https://token.actions.githubusercontent.com, and its audiences have to have that of the token: see GitHub\'s documentation, "Configuring OpenID Connect in Amazon Web Services".';
    case 'ExpiredTokenException':
      return request.kind === 'web-identity'
        ? 'The token of the workflow is no longer valid. Run the job again.'
        : undefined;
    case 'PackedPolicyTooLargeException':
    case 'PackedPolicyTooLarge':
      return "The function's policy is too large for a session, together with its tags: leave them out with `role-skip-session-tagging: true`, or assume the function's own role with `permissions-role: function`.";
    case 'MalformedPolicyDocumentException':
    case 'MalformedPolicyDocument':
      return "See the policy with `invoke-local permissions --session-policy`, or assume the function's own role with `permissions-role: function`.";
    case 'RegionDisabledException':
      return 'Activate AWS STS for the region in the settings of the account.';
    case 'ValidationError':
    case 'ValidationException':
      return /DurationSeconds/i.test(message)
        ? 'Give a smaller `role-duration-seconds`: at most that of the role, and one hour where a role assumes another one.'
        : undefined;
    default:
      return undefined;
  }
}

function hintForDenial(message: string, { request, audience, subject, isOfFunction }: SessionQuestion): string {
  switch (request.kind) {
    case 'web-identity': {
      const whose = subject === undefined ? '' : ` and the subject \`${subject}\``;
      return `The role's trust policy has to allow sts:AssumeRoleWithWebIdentity to the provider token.actions.githubusercontent.com, for the audience \`${audience}\`${whose}.`;
    }
    case 'federation':
      return "Allow the user sts:GetFederationToken, or name a role in `role-to-assume`, which is then narrowed to the function's policy.";
    default: {
      if (isOfFunction) {
        return `A function's role trusts Lambda alone: for \`permissions-role: function\` its trust policy has to allow sts:AssumeRole to these credentials too, and they need the permission for ${request.arn}.`;
      }
      const tagging =
        /TagSession/.test(message) || Object.keys(request.tags ?? {}).length > 0
          ? ' and sts:TagSession (or `role-skip-session-tagging: true` leaves the tags out)'
          : '';
      const external = request.externalId === undefined ? '' : ' for this external id';
      return `The role's trust policy has to allow sts:AssumeRole${tagging} to these credentials${external}, and they need the permission for ${request.arn}.`;
    }
  }
}
