'use strict';

const { JSONStringifyError } = require('./errors.cjs');

const { stringify } = JSON;
const unserializable = 'Unable to stringify response body';

/**
 * A result as the JSON text that Lambda's caller gets.
 * @param {unknown} result
 * @param {{ isModern: boolean }} dialect
 * @throws {Error} If the result can't be written as JSON: a BigInt, a cycle, a function.
 */
exports.responseJson = (result, { isModern }) => {
  let json;
  try {
    json = stringify(result === undefined ? null : result);
  } catch {
    throw isModern ? new JSONStringifyError(unserializable) : new Error(unserializable);
  }
  if (json === undefined) throw new TypeError('Wrong arguments');
  return json;
};
