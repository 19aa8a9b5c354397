'use strict';

const { createContext } = require('./context.cjs');
const { errorJson, NodeJsExit } = require('./errors.cjs');
const { classicReceiver } = require('./receivers.cjs');
const { responseJson } = require('./response-body.cjs');

const { parse } = JSON;
const { setImmediate } = globalThis;

const neverSettled =
  'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never ' +
  'settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes';
const alreadyDone = 'Invocation has already been reported as done. Cannot call complete more than once per invocation.';

/**
 * Runs invocations as Lambda does up to Node.js 22: a handler may return a promise, call back, or use `context.done` and
 * similar functions; the first of these counts. A callback's result is sent once the event loop is empty.
 * @param {object} runtime
 * @param {Function} handler
 * @returns {(invocation: { requestId: string, headers: Record<string, string>, event: string }, proceed: () => void) =>
 * (thrown: unknown, done: () => void) => void} Starts an invocation; `proceed` is called when the next one may come. Returns
 * how to report an error that ends the process.
 */
exports.createCallbackInvoker = ({ client, dialect, facts, log, whenLoopIsEmpty }, handler) => {
  const isAsync = handler.constructor?.name === 'AsyncFunction';
  const receiver = classicReceiver(handler);

  return ({ requestId, headers, event }, proceed) => {
    const postError = (thrown, done) => client.postError(requestId, errorJson(thrown, dialect), done);
    let isPosted = false;
    let waitsForEmptyLoop = true;

    const fail = (thrown) => {
      log.logError('Invoke Error', thrown);
      isPosted = true;
      postError(thrown, proceed);
    };
    const complete = (result) => {
      const json = responseJson(result, dialect);
      isPosted = true;
      client.postResponse(requestId, json, proceed);
    };
    const done = (error, result) => {
      whenLoopIsEmpty(undefined);
      if (error === undefined || error === null) complete(result);
      else fail(error);
    };
    const callBack = (error, result) => {
      if ((error !== undefined && error !== null) || !waitsForEmptyLoop) done(error, result);
      else whenLoopIsEmpty(() => setImmediate(complete, result));
    };

    let isSettled = false;
    const once = (report) => (first, second) => {
      if (isSettled) return;
      if (isPosted) console.error(alreadyDone);
      else report(first, second);
      isSettled = true;
    };
    const succeedOnce = once((result) => done(null, result));
    const failOnce = once((error) => done(error ?? 'handled'));
    const callBackOnce = once(callBack);

    whenLoopIsEmpty(() => (isAsync ? fail(new NodeJsExit(neverSettled)) : complete(null)));
    try {
      const base = {
        get callbackWaitsForEmptyEventLoop() {
          return waitsForEmptyLoop;
        },
        set callbackWaitsForEmptyEventLoop(waits) {
          waitsForEmptyLoop = waits;
        },
        succeed: succeedOnce,
        fail: failOnce,
        done: once(done),
      };
      const context = createContext(base, facts, headers, dialect);
      const result = receiver.handler(parse(event), context, callBackOnce);
      if (typeof result?.then === 'function') result.then(succeedOnce, failOnce).catch(failOnce);
    } catch (error) {
      callBackOnce(error);
    }
    return postError;
  };
};
