import type { FindHint } from './failed-invocation.js';

const types = /^(?:CredentialsProviderError|NoCredentialsError|PartialCredentialsError)$/;
const texts =
  /Could not load credentials from any providers|Unable to locate credentials|Missing credentials in config/;

/** An AWS SDK found no credentials. In Lambda they are those of the function's role. */
export const credentialsHint: FindHint = ({ function: fn, errorType, errorMessage }) => {
  if (!types.test(errorType) && !texts.test(errorMessage)) return undefined;
  return {
    code: 'credentials-missing',
    message: `${fn.key} called AWS without credentials. In Lambda it has those of its role.`,
    hint: 'Add a step with `uses: aws-actions/configure-aws-credentials` before this one, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with the aws-profile option.',
  };
};
