'use strict';

const { dispatch } = require('./dispatch.cjs');

const { callbackHandler, cases } = dispatch({
  'a value for the callback': (_event, _context, callback) => callback(null, 'value'),
  'a callback without arguments': (_event, _context, callback) => callback(),
  'an undefined error': (_event, _context, callback) => callback(undefined, { a: 1 }),
  'an Error for the callback': (_event, _context, callback) => callback(new TypeError('called back')),
  'a string for an error': (_event, _context, callback) => callback('text'),
  'an empty string for an error': (_event, _context, callback) => callback('', 'value'),
  'zero for an error': (_event, _context, callback) => callback(0, 'value'),
  'false for an error': (_event, _context, callback) => callback(false, 'value'),
  'an object for an error': (_event, _context, callback) => callback({ a: 1 }),
  'a BigInt for the callback': (_event, _context, callback) => callback(null, 1n),
  'a function for the callback': (_event, _context, callback) => callback(null, () => 1),
  'a callback that comes later': (_event, _context, callback) => {
    setTimeout(callback, 10, null, 'later');
  },
  'a callback that waits for a timer': (_event, _context, callback) => {
    setTimeout(() => console.log('the timer'), 30);
    callback(null, 'waited');
  },
  'a callback that does not wait': (_event, context, callback) => {
    context.callbackWaitsForEmptyEventLoop = false;
    setTimeout(() => {}, 1_000).unref();
    callback(null, 'at once');
  },
  'a callback twice': (_event, _context, callback) => {
    callback(null, 'first');
    callback(null, 'second');
  },
  'an error after a value': (_event, _context, callback) => {
    callback(null, 'first');
    callback(new Error('second'));
  },
  'a value after an error': (_event, _context, callback) => {
    callback(new Error('first'));
    callback(null, 'second');
  },
  'a promise and a callback': (_event, _context, callback) => {
    callback(null, 'by callback');
    return Promise.resolve('by promise');
  },
  'a promise before a callback': (_event, _context, callback) => {
    setTimeout(callback, 10, null, 'by callback');
    return Promise.resolve('by promise');
  },
  'a returned value beside a callback': (_event, _context, callback) => {
    callback(null, 'by callback');
    return 'returned';
  },
  'an exception after a callback': (_event, _context, callback) => {
    callback(null, 'by callback');
    throw new Error('afterwards');
  },
  'an exception in place of a callback': () => {
    throw new Error('no callback');
  },
  'an exception in a callback that comes later': (_event, _context, callback) => {
    setTimeout(() => callback(null, 'value'), 20);
    setTimeout(() => {
      throw new Error('between');
    }, 5);
  },
  'neither a callback nor a promise': () => {},
  'neither, with a timer': () => {
    setTimeout(() => {}, 20);
  },
  'context.succeed': (_event, context) => context.succeed('succeeded'),
  'context.succeed with undefined': (_event, context) => context.succeed(),
  'context.succeed later': (_event, context) => {
    setTimeout(context.succeed, 10, 'later');
  },
  'context.fail': (_event, context) => context.fail(new Error('failed')),
  'context.fail without an error': (_event, context) => context.fail(),
  'context.fail with null': (_event, context) => context.fail(null),
  'context.fail with a string': (_event, context) => context.fail('text'),
  'context.fail with false': (_event, context) => context.fail(false),
  'context.done with a value': (_event, context) => context.done(null, 'done'),
  'context.done with an error': (_event, context) => context.done(new Error('done')),
  'context.done without arguments': (_event, context) => context.done(),
  'context.succeed with a BigInt': (_event, context) => context.succeed(1n),
  'context.succeed twice': (_event, context) => {
    context.succeed('first');
    context.succeed('second');
  },
  'context.succeed, then context.fail': (_event, context) => {
    context.succeed('first');
    context.fail(new Error('second'));
  },
  'a callback, then context.succeed': (_event, context, callback) => {
    callback(null, 'first');
    context.succeed('second');
  },
  'a promise of a BigInt with a callback': async () => 1n,
  'a callback with a timer that does not keep the loop': (_event, _context, callback) => {
    setTimeout(() => {}, 60_000).unref();
    callback(null, 'not held');
  },
});

module.exports = { cases, handler: (event, context, callback) => callbackHandler(event, context, callback) };
