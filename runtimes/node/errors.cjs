'use strict';

const { isNativeError } = require('node:util/types');

const { stringify } = JSON;
const { assign } = Object;

const unreadable =
  'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack';

let areNamesTheirOwn = false;

/** From Node.js 24 on, `name` is an own property of the runtime's errors, so log lines show it. */
exports.giveErrorsTheirNames = () => {
  areNamesTheirOwn = true;
};

/** An error class of Lambda's Node.js runtime: its name is `Runtime.` and the class's own name. */
function runtimeError(name) {
  const RuntimeError = class extends Error {
    constructor(...args) {
      super(...args);
      if (areNamesTheirOwn) this.name = `Runtime.${name}`;
    }
  };
  Object.defineProperty(RuntimeError, 'name', { value: name });
  RuntimeError.prototype.name = `Runtime.${name}`;
  return RuntimeError;
}

exports.HandlerNotFound = runtimeError('HandlerNotFound');
exports.MalformedHandlerName = runtimeError('MalformedHandlerName');
exports.MalformedStreamingHandler = runtimeError('MalformedStreamingHandler');
exports.ImportModuleError = runtimeError('ImportModuleError');
exports.UserCodeSyntaxError = runtimeError('UserCodeSyntaxError');
exports.CallbackHandlerDeprecated = runtimeError('CallbackHandlerDeprecated');
exports.InvalidStreamingOperation = runtimeError('InvalidStreamingOperation');
exports.JSONStringifyError = runtimeError('JSONStringifyError');
exports.NodeJsExit = runtimeError('NodeJsExit');
exports.PlatformError = runtimeError('PlatformError');

const UnhandledPromiseRejection = runtimeError('UnhandledPromiseRejection');

/** The error for an unhandled rejection. */
exports.unhandledRejection = (reason, promise) => assign(new UnhandledPromiseRejection(reason), { reason, promise });

/**
 * The error object that Lambda's caller gets for something that was thrown.
 * @param {unknown} thrown
 * @param {{ isModern: boolean }} dialect
 * @returns {{ errorType: string, errorMessage: string, trace?: string[] }} Its keys are in Lambda's order.
 */
exports.errorResponse = (thrown, { isModern }) => {
  try {
    if (isModern ? thrown instanceof Error : isNativeError(thrown) || isErrorLike(thrown)) {
      const trace =
        isModern && (thrown.stack === undefined || thrown.stack === null) ? [] : escapeDelete(thrown.stack).split('\n');
      return { errorType: escapeDelete(thrown.name), errorMessage: escapeDelete(thrown.message), trace };
    }
    return { errorType: typeof thrown, errorMessage: isModern ? String(thrown) : thrown.toString(), trace: [] };
  } catch {
    const response = { errorType: 'handled', errorMessage: unreadable };
    return isModern ? { ...response, trace: [] } : response;
  }
};

/** The same as the JSON text to post. It never throws, whatever the error's fields are. */
exports.errorJson = (thrown, dialect) => {
  try {
    return stringify(exports.errorResponse(thrown, dialect));
  } catch {
    return stringify({ errorType: 'handled', errorMessage: unreadable });
  }
};

/**
 * Turns what was thrown into an error that can be logged.
 * @throws {TypeError} If it can't be converted to text, as in Lambda's runtimes.
 */
exports.toError = (thrown, { isModern }) =>
  thrown instanceof Error ? thrown : new Error(isModern ? String(thrown) : thrown);

/** An error as the JSON text of a log line, with its own properties and those that `JSON.stringify` leaves out. */
exports.errorLogText = (error, dialect) => {
  try {
    return stringify(error, (_key, value) => (value instanceof Error ? withHiddenFields(value) : value));
  } catch {
    return exports.errorJson(error, dialect);
  }
};

function withHiddenFields(error) {
  const fields = assign({ errorType: error.name, errorMessage: error.message, code: error.code }, error);
  if (typeof error.stack === 'string') fields.stack = error.stack.split('\n');
  return fields;
}

function isErrorLike(value) {
  const isText = (field) => typeof field === 'string' && field !== '';
  return Boolean(value) && isText(value.name) && isText(value.message) && isText(value.stack);
}

/** Lambda escapes the character DEL in its caller's error. */
function escapeDelete(text) {
  return text?.replaceAll('\x7f', '%7F');
}
