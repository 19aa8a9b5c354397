import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';
import { describeFailure } from './to-result.js';

/**
 * What connecting and resolving fail with where there is no network, in the words of Node.js, Python, Ruby, Java, Go, the C library
 * and the AWS SDKs.
 */
const unreachable =
  /\b(?:ENETUNREACH|EHOSTUNREACH|ECONNREFUSED|EAI_AGAIN|ENOTFOUND)\b|network is unreachable|connection refused|temporary failure in name resolution|name or service not known|getaddrinfo|UnknownHostException|NetworkingError|Could not connect to the endpoint|fetch failed|no such host/i;

/** Says that a failure may be for want of the network, which the function was not to have. */
export function explainNoNetwork(
  fn: LambdaFunction,
  outcome: Exclude<SandboxOutcome, { status: 'success' }>,
  hasGateway: boolean,
): Diagnostic | undefined {
  const { errorType, errorMessage, trace } = describeFailure(outcome.error, outcome.errorType);
  if (!unreachable.test([errorType, errorMessage.slice(0, longest), ...trace].join('\n'))) return undefined;
  const toAws = hasGateway ? '' : ' To let it reach AWS alone, set `aws: forward`.';
  return {
    severity: 'warning',
    code: 'network-none',
    message: `${fn.key} could not connect: with \`network: none\` it reaches nothing outside of it.`,
    hint: `Replace what it connects to, or leave \`network\` out.${toAws}`,
  };
}

/** How much of a message is searched, in UTF-16 units. */
const longest = 8_000;
