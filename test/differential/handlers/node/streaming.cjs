'use strict';

const { Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');

const cases = {
  'text that is written and ended': async (stream) => {
    stream.write('one ');
    stream.write('two');
    stream.end();
  },
  'text that is given to end': async (stream) => {
    stream.end('all');
  },
  'text that is written, and more that is given to end': async (stream) => {
    stream.write('one ');
    stream.end('two');
  },
  'an end without a write': async (stream) => {
    stream.end();
  },
  'buffers and typed arrays': async (stream) => {
    stream.write(Buffer.from('buffer '));
    stream.write(new Uint8Array([97, 114, 114, 97, 121]));
    stream.end();
  },
  'an object that is written': async (stream) => {
    stream.write({ a: 1 });
    stream.end();
  },
  'a number that is written': async (stream) => {
    stream.write(42);
    stream.end();
  },
  'an empty string that is written': async (stream) => {
    stream.write('');
    stream.write('after');
    stream.end();
  },
  'another encoding': async (stream) => {
    stream.write('68656c6c6f', 'hex');
    stream.end();
  },
  'a content type': async (stream) => {
    stream.setContentType('text/html; charset=utf-8');
    stream.end('<p>');
  },
  'a content type after a write': async (stream) => {
    stream.write('x');
    stream.setContentType('text/html');
    stream.end();
  },
  'a pipeline': async (stream) => {
    await pipeline(Readable.from(['a', 'b', 'c']), stream);
  },
  'a pipe': async (stream) => {
    Readable.from(['a', 'b', 'c']).pipe(stream);
    await new Promise((resolve) => stream.on('finish', resolve));
  },
  'half a megabyte': async (stream) => {
    for (let chunk = 0; chunk < 8; chunk++) stream.write('x'.repeat(65_536));
    stream.end();
  },
  'writes with pauses': async (stream) => {
    for (const part of ['a', 'b', 'c']) {
      stream.write(part);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    stream.end();
  },
  'a callback of write': async (stream) => {
    await new Promise((resolve) => stream.write('first ', resolve));
    stream.end('last');
  },
  'an HTTP response': async (stream) => {
    const response = awslambda.HttpResponseStream.from(stream, {
      statusCode: 201,
      headers: { 'x-a': 'b' },
      cookies: ['c=d'],
    });
    response.write('body');
    response.end();
  },
  'an HTTP response without a body': async (stream) => {
    awslambda.HttpResponseStream.from(stream, { statusCode: 204 }).end();
  },
  'an HTTP response whose body is given to end': async (stream) => {
    awslambda.HttpResponseStream.from(stream, { statusCode: 200 }).end('body');
  },
  'an HTTP response of an empty write': async (stream) => {
    const response = awslambda.HttpResponseStream.from(stream, { statusCode: 200 });
    response.write('');
    response.end();
  },
  'an error before a write': async () => {
    throw new TypeError('before');
  },
  'an error after a write': async (stream) => {
    stream.write('partial');
    throw new TypeError('after');
  },
  'a string thrown after a write': async (stream) => {
    stream.write('partial');
    throw 'text';
  },
  'an error after the end': async (stream) => {
    stream.end('whole');
    throw new Error('afterwards');
  },
  'a return value': async (stream) => {
    stream.end('streamed');
    return 'ignored';
  },
  'no promise': (stream) => {
    stream.end('sync');
  },
  'an exception without a promise': () => {
    throw new Error('sync');
  },
  'a write after the end': async (stream) => {
    stream.on('error', (error) => console.log(error.code));
    stream.end('whole');
    stream.write('late');
    // What comes of it belongs to this invocation, not to the next one.
    await new Promise((resolve) => setTimeout(resolve, 500));
  },
  'the members of the stream': async (stream) => {
    const names = ['write', 'end', 'on', 'once', 'cork', 'uncork', 'destroy', 'setContentType', 'pipe'];
    stream.end(JSON.stringify(names.map((name) => typeof stream[name])));
  },
  'the state of the stream': async (stream) => {
    const before = [stream.writableEnded, stream.writableFinished, stream.writable, stream.destroyed];
    stream.write(JSON.stringify(before));
    stream.end();
    console.log(stream.writableEnded);
  },
  'the members of the context': async (stream, context) => {
    stream.end(JSON.stringify(Object.keys(context)));
  },
  'an invocation after all that': async (stream) => {
    stream.end('alive');
  },
};

exports.cases = cases;
exports.handler = globalThis.awslambda?.streamifyResponse?.((event, stream, context) =>
  cases[event.case](stream, context, event),
);
