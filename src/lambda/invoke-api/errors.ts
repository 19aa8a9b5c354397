import type { InvokeError } from './invoke-request.js';

/** The error for a function that a chain of invocations came back to too often ("Use Lambda recursive loop detection"). */
export const recursiveInvocation: InvokeError = {
  code: 'RecursiveInvocationException',
  message:
    "Lambda has detected your function being invoked in a recursive loop with other AWS resources and stopped your function's invocation.",
};

/** The error where no more invocations may run at a time (API reference, "Invoke"). */
export const tooManyRequests: InvokeError = {
  code: 'TooManyRequestsException',
  message: 'Rate Exceeded.',
  members: { Reason: 'ConcurrentInvocationLimitExceeded' },
};

/** The error for a function that is not there. */
export function functionNotFound(arn: string): InvokeError {
  return { code: 'ResourceNotFoundException', message: `Function not found: ${arn}` };
}
