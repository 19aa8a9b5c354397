import { UserError } from '../diagnostics/user-error.js';

/** The members of a caller's context, sorted by how they reach the handler. */
export interface ContextParts {
  readonly requestId?: string;
  readonly functionArn?: string;
  /** JSON text for the header of the client context. */
  readonly clientContext?: string;
  /** JSON text for the header of the Cognito identity. */
  readonly cognitoIdentity?: string;
  readonly tenantId?: string;
  /** The members that a runtime reads from its environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** JSON text with all other members, for the private header of our own bootstraps. */
  readonly contextMembers?: string;
}

/** The members that Lambda's runtimes read from their environment, by their names in Node and in Python. */
const variableOf: Readonly<Record<string, string>> = {
  functionName: 'AWS_LAMBDA_FUNCTION_NAME',
  function_name: 'AWS_LAMBDA_FUNCTION_NAME',
  functionVersion: 'AWS_LAMBDA_FUNCTION_VERSION',
  function_version: 'AWS_LAMBDA_FUNCTION_VERSION',
  memoryLimitInMB: 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  memory_limit_in_mb: 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  logGroupName: 'AWS_LAMBDA_LOG_GROUP_NAME',
  log_group_name: 'AWS_LAMBDA_LOG_GROUP_NAME',
  logStreamName: 'AWS_LAMBDA_LOG_STREAM_NAME',
  log_stream_name: 'AWS_LAMBDA_LOG_STREAM_NAME',
};

/**
 * Sorts the members of a caller's context by how they reach the handler. Those that the Runtime API or the environment can
 * carry go there, so that every runtime sees them; the rest goes into a header that only our own bootstraps read.
 * @throws UserError if a member of Lambda's context has a value that it can't have
 */
export function splitContext(context: Readonly<Record<string, unknown>>): ContextParts {
  const variables: Record<string, string> = {};
  const members: Record<string, unknown> = {};
  const headers: { -readonly [Key in keyof ContextParts]?: string } = {};
  for (const [name, value] of Object.entries(context)) {
    const variable = variableOf[name];
    if (name === 'awsRequestId' || name === 'aws_request_id') headers.requestId = textMember(name, value);
    else if (name === 'invokedFunctionArn' || name === 'invoked_function_arn')
      headers.functionArn = textMember(name, value);
    else if (name === 'clientContext' || name === 'client_context') headers.clientContext = JSON.stringify(value);
    else if (name === 'tenantId' || name === 'tenant_id') headers.tenantId = textMember(name, value);
    else if (name === 'identity') headers.cognitoIdentity = cognitoIdentity(value);
    else if (variable !== undefined && (typeof value === 'string' || typeof value === 'number')) {
      variables[variable] = String(value);
    } else members[name] = value;
  }
  if (Object.keys(members).length > 0) headers.contextMembers = JSON.stringify(members);
  return { ...headers, variables };
}

function textMember(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new UserError({
    code: 'context-member',
    message: `The context's ${name} has to be a text of printable ASCII characters without spaces.`,
    hint: `Pass it as in {"${name}": "…"}, or leave it out.`,
  });
}

/** The identity for Lambda's header. It may be given with Python's names. */
function cognitoIdentity(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const { cognito_identity_id: id, cognito_identity_pool_id: pool, ...rest } = value as Record<string, unknown>;
  return JSON.stringify({
    ...(id === undefined ? {} : { cognitoIdentityId: id }),
    ...(pool === undefined ? {} : { cognitoIdentityPoolId: pool }),
    ...rest,
  });
}
