'use strict';

const { PlatformError } = require('./errors.cjs');

const { parse } = JSON;
const { assign } = Object;
const { now } = Date;

/**
 * The facts about the function for every context, from the environment, in the dialect's order.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ isModern: boolean }} dialect
 */
exports.functionFacts = (env, { isModern }) => ({
  ...(isModern ? { functionName: env.AWS_LAMBDA_FUNCTION_NAME } : {}),
  functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
  functionName: env.AWS_LAMBDA_FUNCTION_NAME,
  memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
  logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
});

/**
 * The context object of one invocation.
 * @param {object} base The members that come first: the callbacks up to Node.js 22, none from 24 on. This object becomes the
 * context.
 * @param {object} facts From {@link exports.functionFacts}.
 * @param {Record<string, string>} headers Of the answer to `/next`.
 * @param {{ isModern: boolean }} dialect
 * @throws {Error} If a header is not JSON, but should be.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 */
exports.createContext = (base, facts, headers, { isModern }) => {
  const deadlineMs = Number(headers['lambda-runtime-deadline-ms']);
  const ofInvocation = {
    clientContext: jsonHeader(headers, 'lambda-runtime-client-context', 'ClientContext', isModern),
    identity: jsonHeader(headers, 'lambda-runtime-cognito-identity', 'CognitoIdentity', isModern),
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    tenantId: headers['lambda-runtime-aws-tenant-id'],
    ...(isModern ? { xRayTraceId: headers['lambda-runtime-trace-id'] ?? '' } : {}),
    getRemainingTimeInMillis: () => deadlineMs - now(),
  };
  const context = isModern ? assign(base, ofInvocation, facts) : assign(base, facts, ofInvocation);
  return assign(context, jsonHeader(headers, 'invoke-local-context', 'the context'));
};

/** Sets the variable that tracing libraries read, or removes that of the invocation before. */
exports.setTraceVariable = (headers) => {
  const trace = headers['lambda-runtime-trace-id'];
  if (trace === undefined) delete process.env._X_AMZN_TRACE_ID;
  else process.env._X_AMZN_TRACE_ID = trace;
};

function jsonHeader(headers, name, title, isModern) {
  const text = headers[name];
  if (text === undefined) return undefined;
  try {
    return parse(text);
  } catch (error) {
    if (isModern) throw new PlatformError(`Failed to parse ${name} as JSON: ${error.message}`);
    throw new Error(`Cannot parse ${title} as json: ${error}`);
  }
}
