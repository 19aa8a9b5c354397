'use strict';

const { dispatch } = require('./dispatch.cjs');

const circular = { name: 'circular' };
circular.self = circular;

module.exports = dispatch({
  // First, for a process.stdout that has been used does not wait for its reader, nor then does what else writes there.
  'a message of 100 kB': async () => console.log('x'.repeat(100_000)),
  'a thousand lines': async () => {
    for (let line = 0; line < 1000; line++) console.log('line', line);
  },
  'every level': async () => {
    for (const level of ['trace', 'debug', 'info', 'log', 'warn', 'error', 'fatal']) console[level](`a ${level}`);
  },
  'other methods of the console': async () => {
    console.dir({ a: 1 });
    console.table([[1, 2]]);
    console.group('group');
    console.log('inside');
    console.groupEnd();
    console.assert(false, 'assertion');
    console.count();
  },
  'no arguments': async () => console.log(),
  'undefined and null': async () => {
    console.log(undefined);
    console.log(null);
    console.log(undefined, null);
  },
  'an empty string': async () => console.log(''),
  'several arguments': async () => console.log('a', 1, true, null, undefined, { b: 2 }, [3]),
  'format %s': async () => console.log('%s and %s', 'a', { toString: () => 'b' }, 'rest'),
  'format %d, %i and %f': async () => console.log('%d %i %f', '1.5', '1.5', '1.5'),
  'format %j, %o and %O': async () => console.log('%j %o %O', { a: [1] }, { a: [1] }, { a: [1] }),
  'format %c and %%': async () => console.log('%c styled 100%%', 'color: red'),
  'a format with too few arguments': async () => console.log('%s %d'),
  'a message of many lines': async () => console.log('first\nsecond\r\nthird\n'),
  'a tab in a message': async () => console.log('a\tb'),
  'characters beyond ASCII': async () => console.log('é 漢 😀 \u0000'),
  'a number': async () => console.log(42),
  'a BigInt': async () => console.log(42n),
  'a symbol': async () => console.log(Symbol('logged')),
  'a function': async () => console.log(function named() {}),
  'an object': async () => console.log({ a: 1, nested: { deep: { deeper: { deepest: 1 } } } }),
  'an array': async () => console.log(['a', ['b']]),
  'a Map': async () => console.log(new Map([['a', 1]])),
  'a circular object': async () => console.log(circular),
  'an object with a BigInt': async () => console.log({ amount: 1n }),
  'an object with toJSON': async () => console.log({ toJSON: () => 'as json' }),
  'an Error': async () => console.error(new Error('logged')),
  'an Error with fields': async () => console.error(Object.assign(new TypeError('logged'), { code: 'E', extra: 1 })),
  'an Error after a text': async () => console.error('failed:', new RangeError('logged')),
  'two Errors': async () => console.error('failed:', new RangeError('one'), new TypeError('two')),
  'an Error before a text': async () => console.error(new RangeError('first'), 'then'),
  'an Error in an object': async () => console.error({ error: new Error('inside') }),
  'an Error with a cause': async () => console.error(new Error('outer', { cause: new Error('inner') })),
  'an Error without a stack': async () => console.error(Object.assign(new Error('bare'), { stack: undefined })),
  'standard output without a newline': async () => {
    process.stdout.write('no newline');
    console.log('then a line');
  },
  'standard error': async () => {
    process.stderr.write('to standard error\n');
    console.error('by the console');
  },
  'a line before an error': async () => {
    console.log('before');
    throw new Error('after');
  },
  'a console of its own': async () => {
    const { Console } = require('node:console');
    new Console(process.stdout).log('own %s', 'console');
  },
  'a log after an await': async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    console.log('after');
  },
});
