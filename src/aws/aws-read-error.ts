import { TimeLimitError } from '../process/time-limit.js';
import { answerTimeoutMs } from './limits.js';

/** A request to AWS, described for messages. */
export interface AwsQuestion {
  /** The service's name, as AWS writes it. */
  readonly service: string;
  readonly region: string;
  /** The IAM action that it needs. */
  readonly action: string;
  /** The ARN of the resource for which the action has to be allowed. */
  readonly resource: string;
  /** The URL that was used instead of the service's own. */
  readonly endpoint?: string | undefined;
}

/** AWS did not answer a request. The message completes a sentence that begins with what needs the answer. */
export class AwsReadError extends Error {
  override readonly name: string = 'AwsReadError';
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.hint = hint;
  }
}

/** There are no credentials for the request. */
export function noCredentials({ service }: Pick<AwsQuestion, 'service'>): AwsReadError {
  return new AwsReadError(
    'aws-credentials-missing',
    `needs ${service}, and there are no AWS credentials to ask it with`,
    'Give credentials: by aws-profile, by keys, or in a workflow by aws-actions/configure-aws-credentials.',
  );
}

const refusals = /^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|Forbidden|AllAccessDisabled)$/;
const badCredentials =
  /^(?:Expired(?:Token|TokenException)|InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|InvalidToken|IncompleteSignature|RequestExpired|TokenRefreshRequired)$/;

/** Node's error codes. If the SDK wraps the error, its message contains the code. */
const networkErrors = /\bE(?:CONN[A-Z]+|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|TIMEDOUT|PIPE|PROTO)\b/;

/** Explains an error of the SDK or of the network. */
export function awsReadError(error: unknown, question: AwsQuestion): AwsReadError {
  const { service, region, action, resource, endpoint } = question;
  const { name, message, code } = error as Error & { code?: string };
  const status = statusOf(error);
  const where = endpoint === undefined ? `${service} in ${region}` : `${service} at ${endpoint}`;
  const said = name === 'SyntaxError' ? `status ${status}, in no words of its own` : `${name}: ${oneLine(message)}`;
  if (refusals.test(name) || (name === 'SyntaxError' && status === 403)) {
    const key = /kms/i.test(message) ? ', and kms:Decrypt on its key' : '';
    return new AwsReadError(
      'aws-access-denied',
      `is refused by ${where} (${said})`,
      `Allow the credentials ${action} on ${resource}${key}.`,
      error,
    );
  }
  if (badCredentials.test(name)) {
    return new AwsReadError(
      'aws-credentials-invalid',
      `is refused by ${where}, which does not accept the credentials (${said})`,
      'Renew the credentials, and see that key, secret and session token belong together.',
      error,
    );
  }
  if (error instanceof TimeLimitError || name === 'TimeoutError') {
    return new AwsReadError(
      'aws-timeout',
      `has no answer: ${where} did not give one within ${answerTimeoutMs / 1000} s`,
      networkHint(endpoint),
      error,
    );
  }
  if (name === 'ProxyError') {
    return new AwsReadError(
      'aws-unreachable',
      `has no answer: ${where} can't be reached (${oneLine(message)})`,
      'Check HTTPS_PROXY and NO_PROXY.',
      error,
    );
  }
  if (networkErrors.test(`${code} ${message}`)) {
    return new AwsReadError(
      'aws-unreachable',
      `has no answer: ${where} can't be reached (${oneLine(message) || code})`,
      networkHint(endpoint),
      error,
    );
  }
  return new AwsReadError(
    'aws-failed',
    `has no answer: ${where} failed (${said})`,
    'Check what the service says, and the region.',
    error,
  );
}

/** The HTTP status of an answer, even of one that the SDK can't read. */
function statusOf(error: unknown): number | undefined {
  const { $metadata, $response } = error as {
    $metadata?: { httpStatusCode?: number };
    $response?: { statusCode?: number };
  };
  return $metadata?.httpStatusCode ?? $response?.statusCode;
}

function networkHint(endpoint: string | undefined): string {
  return endpoint === undefined
    ? 'Check the network and the region.'
    : 'Check AWS_ENDPOINT_URL, or its form for the service.';
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
}
