'use strict';

const { finished } = require('node:stream');
const { createContext } = require('./context.cjs');
const { MalformedStreamingHandler } = require('./errors.cjs');
const { storeContents } = require('./invoke-store.cjs');
const { highWaterMark, streaming } = require('./lambda-global.cjs');
const { classicReceiver, streamingReceiver } = require('./receivers.cjs');
const { createResponseStream } = require('./response-stream.cjs');

const { parse } = JSON;
const { setImmediate } = globalThis;

const notAsync = 'Streaming does not support non-async handlers.';

/**
 * Runs invocations of a handler `(event, responseStream, context)`. An invocation is over when its promise has settled and
 * its stream has ended. An error ends the stream too, and is sent in the trailers, because the response's status was sent
 * long before.
 * @param {object} runtime
 * @param {Function} handler
 * @returns {(invocation: { requestId: string, headers: Record<string, string>, event: string }, proceed: () => void) =>
 * (thrown: unknown, done: () => void) => void} Starts an invocation, and returns how to report an error that ends the
 * process.
 */
exports.createStreamingInvoker = (runtime, handler) => {
  const { client, dialect, log } = runtime;
  if (handler[streaming] !== 'response') throw new MalformedStreamingHandler('Only response streaming is supported.');
  const invoke = dialect.isModern ? modernCall(runtime, handler) : classicCall(runtime, handler);

  return (invocation, proceed) => {
    const call = invoke(invocation, proceed);
    let isDelivered = false;
    let onDelivered;
    const delivered = new Promise((resolve) => {
      onDelivered = resolve;
    });
    let response;
    client.streamResponse(
      invocation.requestId,
      (request) => {
        response = createResponseStream({ request, highWaterMark: bytesOf(handler[highWaterMark]), dialect });
      },
      () => {
        isDelivered = true;
        onDelivered();
      },
    );
    const { stream, fail } = response;
    const ended = new Promise((resolve, reject) => {
      finished(stream, (error) => (error ? reject(error) : resolve()));
    });
    ended.catch(() => {});

    const run = async () => {
      const result = call.start(stream);
      if (typeof result?.then !== 'function') throw dialect.isModern ? new Error(notAsync) : notAsync;
      if ((await result) !== undefined) console.warn('Streaming handlers ignore return values.');
      await ended;
      await delivered;
    };
    run().then(call.finish, (error) => {
      log.logError('Invoke Error', error);
      fail(error);
      delivered.then(call.finish);
    });
    return (thrown, done) => {
      if (isDelivered || response.isUnderWay()) return done();
      fail(thrown);
      delivered.then(done);
    };
  };
};

/** From Node.js 24 on, an event or a header that is not JSON is not an error of the handler: it ends the process. */
function modernCall({ dialect, facts, store }, handler) {
  const receiver = streamingReceiver(handler);
  return ({ headers, event }, proceed) => {
    const context = createContext({}, facts, headers, dialect);
    const value = parse(event);
    return {
      start: (stream) => store.run(storeContents(headers), () => receiver.handler(value, stream, context)),
      finish: proceed,
    };
  };
}

/** Up to Node.js 22, the next invocation waits until the event loop is empty, unless the handler asks not to wait. */
function classicCall({ dialect, facts, whenLoopIsEmpty }, handler) {
  const receiver = classicReceiver(handler);
  return ({ headers, event }, proceed) => {
    const base = { callbackWaitsForEmptyEventLoop: true };
    whenLoopIsEmpty(proceed);
    return {
      start: (stream) => receiver.handler(parse(event), stream, createContext(base, facts, headers, dialect)),
      finish: () => {
        if (base.callbackWaitsForEmptyEventLoop) whenLoopIsEmpty(() => setImmediate(proceed));
        else proceed();
      },
    };
  };
}

function bytesOf(mark) {
  const bytes = Number.parseInt(mark, 10);
  return Number.isNaN(bytes) ? undefined : bytes;
}
