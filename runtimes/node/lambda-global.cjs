'use strict';

const streaming = Symbol.for('aws.lambda.runtime.handler.streaming');
const highWaterMark = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');

const integrationResponse = 'application/vnd.awslambda.http-integration-response';
const preludeEndBytes = 8;

exports.streaming = streaming;
exports.highWaterMark = highWaterMark;

/**
 * Defines `awslambda`, the global that handlers find response streaming in.
 * @param {object} members What the dialect has besides.
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
  /** Makes the stream an HTTP response: before its first write, the status, the headers and the cookies are sent. */
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
