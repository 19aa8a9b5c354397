'use strict';

const { dispatch } = require('./dispatch.cjs');

class Point {
  constructor() {
    this.x = 1;
  }
  get y() {
    return 2;
  }
}

const circular = {};
circular.self = circular;

module.exports = dispatch({
  'a promise of undefined': async () => undefined,
  'a promise of null': async () => null,
  'a promise of true': async () => true,
  'a promise of false': async () => false,
  'a promise of zero': async () => 0,
  'a promise of minus zero': async () => -0,
  'a promise of a fraction': async () => 0.1 + 0.2,
  'a promise of a large number': async () => 1e21,
  'a promise of a number beyond the safe integers': async () => 2 ** 53 + 2,
  'a promise of NaN': async () => NaN,
  'a promise of Infinity': async () => [Infinity, -Infinity],
  'a promise of an empty string': async () => '',
  'a promise of a string': async () => 'text',
  'a string with every kind of escape': async () => '"\\\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029/',
  'characters beyond ASCII': async () => 'é ß 漢 😀',
  'a lone surrogate': async () => ['\ud800', 'a\udc00b'],
  'an empty object': async () => ({}),
  'an empty array': async () => [],
  'an object with undefined members': async () => ({ a: undefined, b: [undefined], c: () => 1, d: Symbol('s') }),
  'an object whose keys are numbers': async () => ({ 2: 'b', 1: 'a', z: 'c' }),
  'a class instance with a getter': async () => new Point(),
  'an object without a prototype': async () => Object.assign(Object.create(null), { a: 1 }),
  'a nested array': async () => [[[[1]]]],
  // biome-ignore lint/suspicious/noSparseArray: it is what the case is about
  'a sparse array': async () => [1, , 3],
  'a Date': async () => new Date(0),
  'an invalid Date': async () => new Date(NaN),
  'a Buffer': async () => Buffer.from('hello'),
  'a Uint8Array': async () => new Uint8Array([1, 2]),
  'a Map and a Set': async () => ({ map: new Map([[1, 2]]), set: new Set([1]) }),
  'a regular expression': async () => /x/g,
  'boxed values': async () => [new Number(1), new String('s'), new Boolean(false)],
  'an Error as a result': async () => new TypeError('returned'),
  'an object with toJSON': async () => ({ toJSON: () => ({ replaced: true }) }),
  'an object whose toJSON gives undefined': async () => ({ toJSON: () => undefined }),
  'an object whose toJSON throws': async () => ({
    toJSON() {
      throw new RangeError('in toJSON');
    },
  }),
  'an object with a getter that throws': async () => ({
    get broken() {
      throw new Error('in a getter');
    },
  }),
  'a proxy': async () => new Proxy({ a: 1 }, {}),
  'a BigInt': async () => 1n,
  'a nested BigInt': async () => ({ deep: [1n] }),
  'a circular object': async () => circular,
  'a function as a result': async () => () => 1,
  'a symbol as a result': async () => Symbol('s'),
  'a string of a mebibyte': async () => 'x'.repeat(2 ** 20),
  'an array of ten thousand numbers': async () => Array.from({ length: 10_000 }, (_, index) => index),
  'a deeply nested object': async () => {
    let value = {};
    for (let depth = 0; depth < 500; depth++) value = { value };
    return value;
  },
  'a response for an HTTP integration': async () => ({
    statusCode: 201,
    headers: { 'content-type': 'text/plain' },
    body: 'ok',
  }),
  'a plain value': () => 'sync',
  'no return at all': () => {},
  'a promise that settles later': () => new Promise((resolve) => setTimeout(resolve, 20, 'later')),
  // biome-ignore lint/suspicious/noThenProperty: it is what the case is about
  'a thenable': () => ({ then: (resolve) => resolve('thenable') }),
  // biome-ignore lint/suspicious/noThenProperty: it is what the case is about
  'a thenable that rejects': () => ({ then: (_resolve, reject) => reject(new Error('thenable')) }),
  'a promise of a promise': async () => Promise.resolve(Promise.resolve('nested')),
  'a promise of a function result with work left behind': async () => {
    setTimeout(() => {}, 30);
    return 'early';
  },
  'the event itself': async (event) => event,
});
