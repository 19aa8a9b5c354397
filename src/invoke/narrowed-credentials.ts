import { AwsReadError } from '../aws/aws-read-error.js';
import { UserError } from '../diagnostics/user-error.js';
import type { Credentials } from '../identity/credentials.js';
import type { FunctionPermissions } from '../lambda/function/function-permissions.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { mockedAccountId } from '../lambda/limits.js';
import { sessionPolicy } from '../permissions/session/session-policy.js';
import type { Preparation } from './function-parts.js';

/**
 * The credentials of the run, narrowed to what the function may do: by its policy, or by the role of the deployed function. This
 * module is loaded late, by who asks for it.
 * @throws UserError where there are none, or they can't be narrowed
 */
export async function narrowedCredentials(
  preparation: Preparation,
  permissions: FunctionPermissions | undefined,
): Promise<Credentials> {
  const { function: fn, request, runCredentials } = preparation;
  const sessionName = sessionNameOf(fn.name);
  if (request.permissionsRole === 'function') {
    return runCredentials.narrow({ kind: 'role', arn: await deployedRole(preparation), sessionName });
  }
  if (permissions === undefined) {
    throw new UserError({
      code: 'permissions-unknown',
      message: `The configuration of ${fn.key} says nothing of its permissions, to which its credentials could be narrowed.`,
      hint: 'Assume the role of the deployed function instead, with `permissions-role: function`.',
      location: await fn.origin('function'),
    });
  }
  const variables = { ...textsOf(fn.environment), ...request.environment };
  const account = await accountOf(preparation);
  const inPlace = account === undefined ? undefined : { standIn: mockedAccountId, actual: account };
  const policy = await sessionPolicy(fn, permissions, variables, inPlace);
  return runCredentials.narrow({ kind: 'policy', policy, sessionName });
}

/** A function's session is called after it, as in Lambda, where such a name is long enough. */
function sessionNameOf(name: string): string {
  return `${name.slice(0, 64)}${name.length < 2 ? '-' : ''}`;
}

async function deployedRole({ function: fn, aws }: Preparation): Promise<string> {
  const location = await fn.origin('function');
  const role = await answerOf(fn, 'The role of', aws.functionRole(fn.name, { region: fn.region }));
  if (role !== undefined) return role;
  throw new UserError({
    code: 'function-not-deployed',
    message: `${fn.name} is not deployed in ${fn.region}, so there is no role of it to assume.`,
    hint: 'Deploy it first, see to `stage` and `region`, or leave `permissions-role` out: its configured policy then counts.',
    location,
  });
}

/** The account of the function, where the caller does not name it: that of the role, else that of the credentials. */
async function accountOf({
  function: fn,
  accountId,
  request,
  aws,
  runCredentials,
}: Preparation): Promise<string | undefined> {
  if (accountId !== undefined) return undefined;
  const { role } = request.credentials;
  if (role !== undefined) return role.arn.split(':')[4];
  // Without credentials nothing can be asked, and narrowing says so.
  if ((await runCredentials.find()) === undefined) return undefined;
  return answerOf(fn, 'The account of', aws.accountId({ region: fn.region }));
}

/** An answer of AWS that something of a function needs. */
async function answerOf<Answer>(fn: LambdaFunction, what: string, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AwsReadError)) throw error;
    const { code, message, hint } = error;
    throw new UserError({
      code,
      message: `${what} ${fn.key} ${message}.`,
      hint,
      location: await fn.origin('function'),
      cause: error,
    });
  }
}

/** The variables that have a value. */
function textsOf(environment: LambdaFunction['environment']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  );
}
