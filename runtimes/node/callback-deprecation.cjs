'use strict';

const { CallbackHandlerDeprecated } = require('./errors.cjs');

const handlers = 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html';
const discussion = 'https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/issues/137';
const callbackParameters = 3;

/**
 * Warns of a handler that takes a callback, as Lambda does up to Node.js 22, or rejects it, as Lambda does from 24 on.
 * @param {Function} handler One that does not stream.
 * @param {{ isModern: boolean }} dialect
 * @param {NodeJS.ProcessEnv} settings
 */
exports.checkCallbackUse = (handler, { isModern }, settings) => {
  if (isModern && handler.length >= callbackParameters) {
    throw new CallbackHandlerDeprecated(
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify ' +
        'this function to use a supported handler signature to use Node.js 24 or later. For more information see ' +
        `${handlers}.`,
    );
  }
  const isCallbackHandler = handler.length === callbackParameters && handler.constructor?.name !== 'AsyncFunction';
  if (isModern || !isCallbackHandler || settings.AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING !== undefined) return;
  console.warn(
    'AWS Lambda plans to remove support for callback-based function handlers starting with Node.js 24. You will need to update ' +
      'this function to use an async handler to use Node.js 24 or later. For more information and to provide feedback on this ' +
      `change, see ${discussion}. To disable this warning, set the AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING environment variable.`,
  );
};
