'use strict';

const { createContext } = require('./context.cjs');
const { errorJson } = require('./errors.cjs');
const { storeContents } = require('./invoke-store.cjs');
const { bufferedReceiver } = require('./receivers.cjs');
const { responseJson } = require('./response-body.cjs');

const { parse } = JSON;

/**
 * Runs invocations as Lambda does from Node.js 24 on: what the handler returns is awaited, and is the result.
 * An event or a header that is not JSON ends the process, as an unhandled rejection.
 * @param {object} runtime
 * @param {Function} handler
 * @returns {(invocation: { requestId: string, headers: Record<string, string>, event: string }, proceed: () => void) => Promise<void>}
 */
exports.createPromiseInvoker = ({ client, dialect, facts, log, store }, handler) => {
  const receiver = bufferedReceiver(handler);
  return async (invocation, proceed) => {
    const { requestId, headers, event } = invocation;
    const context = createContext({}, facts, headers, dialect);
    const value = parse(event);
    let json;
    try {
      json = responseJson(await store.run(storeContents(headers), () => receiver.handler(value, context)), dialect);
    } catch (error) {
      log.logError('Invoke Error', error);
      client.postError(requestId, errorJson(error, dialect), proceed);
      return;
    }
    client.postResponse(requestId, json, proceed);
  };
};
