import type { Call } from '../requirements/call.js';
import type { CallVerdict } from './judge-call.js';

/** An error of a service, as the SDKs see it. */
export interface DenialError {
  readonly code: string;
  readonly message: string;
}

/** The codes of services that are not called `AccessDeniedException`. Source: "Common errors" in each service's API reference. */
const codes: Readonly<Record<string, string>> = {
  cloudformation: 'AccessDenied',
  cloudwatch: 'AccessDenied',
  iam: 'AccessDenied',
  s3: 'AccessDenied',
  ses: 'AccessDenied',
  sns: 'AuthorizationError',
  sqs: 'AccessDenied',
  sts: 'AccessDenied',
};

const policies = {
  identity: { none: 'no identity-based policy', one: 'an identity-based policy' },
  boundary: { none: 'no permissions boundary', one: 'a permissions boundary' },
  resource: { none: 'no resource-based policy', one: 'a resource-based policy' },
  session: { none: 'no session policy', one: 'a session policy' },
} as const;

/**
 * The error that a service answers a denied call with, in IAM's words. Source: IAM user guide, "Troubleshoot access denied
 * error messages".
 * @param principal who calls, such as `arn:aws:sts::123456789012:assumed-role/role/function`
 */
export function denialError(
  { service, iamPrefix }: Pick<Call, 'service' | 'iamPrefix'>,
  { requirement, verdict }: Extract<CallVerdict, { kind: 'denied' }>,
  principal: string,
): DenialError {
  const { action, resource = '*' } = requirement;
  const { none, one } = policies[verdict.policy];
  const reason =
    verdict.cause === 'explicit' ? `with an explicit deny in ${one}` : `because ${none} allows the ${action} action`;
  const code = service === 'sesv2' ? 'AccessDeniedException' : (codes[iamPrefix] ?? 'AccessDeniedException');
  return {
    code,
    message: `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
  };
}
