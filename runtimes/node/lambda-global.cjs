'use strict';

const streaming = Symbol.for('aws.lambda.runtime.handler.streaming');
const highWaterMark = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');

const integrationResponse = 'application/vnd.awslambda.http-integration-response';
const preludeEndBytes = 8;

exports.streaming = streaming;
exports.highWaterMark = highWaterMark;

/**
 * Defines `awslambda`, the global through which handlers use response streaming.
 * @param {object} members Further members of the dialect.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html
 */
exports.defineLambdaGlobal = (members) => {
  globalThis.awslambda = { streamifyResponse, HttpResponseStream, ...members };
};

/** Marks a handler `(event, responseStream, context)` as one that streams its response. */
function streamifyResponse(handler, options) {
  handler[streaming] = 'response';
  if (typeof options?.highWaterMark === 'number') handler[highWaterMark] = Math.trunc(options.highWaterMark);
  return handler;
}

const HttpResponseStream = {
  /** Makes the stream an HTTP response: the status, the headers and the cookies are sent before its first write. */
  from(stream, prelude) {
    stream.setContentType(integrationResponse);
    const head = JSON.stringify(prelude);
    stream._onBeforeFirstWrite = (write) => {
      write(head);
      write(new Uint8Array(preludeEndBytes));
    };
    return stream;
  },
};
