'use strict';

const { Writable } = require('node:stream');
const { errorResponse, InvalidStreamingOperation } = require('./errors.cjs');
const { headerValue } = require('./runtime-client.cjs');

const { from } = Buffer;
const { stringify } = JSON;

const defaultContentType = 'application/octet-stream';

/**
 * The stream that a handler of `awslambda.streamifyResponse` writes its response to. Every write is a chunk of one request.
 * @param {object} options
 * @param {{ head: string, send: Function, onDrain: Function }} options.request From the client's `streamResponse`.
 * @param {number | undefined} options.highWaterMark
 * @param {{ isModern: boolean }} options.dialect
 * @returns {{ stream: Writable, isUnderWay(): boolean, fail(thrown: unknown): void }} `isUnderWay` tells whether a part of the
 *   response has been sent; `fail` ends the request with the error in its trailers.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming
 */
exports.createResponseStream = ({ request, highWaterMark, dialect }) => {
  let contentType = defaultContentType;
  let isWritten = false;
  let isHeadSent = false;
  let isEnded = false;

  const sendHead = () => {
    if (isHeadSent) return;
    isHeadSent = true;
    request.send(`${request.head}Content-Type: ${headerValue(contentType)}\r\n\r\n`);
  };
  const sendEnd = (trailers) => {
    if (isEnded) return;
    isEnded = true;
    sendHead();
    request.send(`0\r\n${trailers}\r\n`);
  };

  class ResponseStream extends Writable {
    write(chunk, encoding, callback) {
      const isFirst = !isWritten;
      isWritten = true;
      if (isFirst) this._onBeforeFirstWrite?.((data) => super.write(data));
      const isData = typeof chunk === 'string' || chunk instanceof Uint8Array;
      return super.write(isData ? chunk : stringify(chunk), encoding, callback);
    }

    /** Sets the response's content type, before the first write. */
    setContentType(type) {
      if (isWritten) throw new InvalidStreamingOperation('Cannot set content-type, too late.');
      contentType = type;
    }

    _write(chunk, _encoding, callback) {
      sendHead();
      if (chunk.length === 0 || isEnded) return callback();
      request.send(`${chunk.length.toString(16)}\r\n`);
      request.send(chunk);
      if (request.send('\r\n')) callback();
      else request.onDrain(() => callback());
    }

    _final(callback) {
      sendEnd('');
      callback();
    }
  }

  const stream = new ResponseStream({ highWaterMark, decodeStrings: true });
  return {
    stream,
    isUnderWay: () => isHeadSent && !isEnded,
    fail: (thrown) => {
      const error = errorResponse(thrown, dialect);
      const body = from(stringify(error)).toString('base64');
      sendEnd(
        `Lambda-Runtime-Function-Error-Type: ${headerValue(error.errorType)}\r\n` +
          `Lambda-Runtime-Function-Error-Body: ${body}\r\n`,
      );
      stream.destroy();
    },
  };
};
