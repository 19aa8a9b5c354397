'use strict';

const { dispatch } = require('./dispatch.cjs');

class PaymentError extends Error {
  constructor(message) {
    super(message);
    this.name = 'PaymentError';
    this.code = 'E_PAY';
    this.amount = 12;
  }
}

class Unnamed extends Error {}

const changed = (changes) => Object.assign(new Error('changed'), changes);
const defined = (name, get) => Object.defineProperty(new Error('defined'), name, { get });

module.exports = dispatch({
  'a thrown Error': async () => {
    throw new Error('boom');
  },
  'an Error thrown without a promise': () => {
    throw new Error('sync boom');
  },
  'a thrown TypeError': async () => {
    throw new TypeError('not a thing');
  },
  'an error of the engine': async () => undefined.property,
  'a stack overflow': async () => {
    const recurse = () => recurse();
    recurse();
  },
  'a subclass with a name, a code and fields': async () => {
    throw new PaymentError('declined');
  },
  'a subclass without a name': async () => {
    throw new Unnamed('unnamed');
  },
  'an Error without a message': async () => {
    throw new Error();
  },
  'an Error with a message of many lines': async () => {
    throw new Error('first\nsecond\n    at nothing');
  },
  'an Error with characters beyond ASCII': async () => {
    throw new Error('é 漢 😀');
  },
  'an Error with the character DEL': async () => {
    throw new Error('del \x7f');
  },
  'an Error with a cause': async () => {
    throw new Error('outer', { cause: new Error('inner') });
  },
  'an Error with a circular field': async () => {
    const error = new Error('circular');
    error.self = { error };
    throw error;
  },
  'an Error with a BigInt field': async () => {
    throw changed({ amount: 1n });
  },
  'an AggregateError': async () => {
    throw new AggregateError([new Error('one'), new TypeError('two')], 'both');
  },
  'a rejection of Promise.any': async () => Promise.any([Promise.reject(new Error('one'))]),
  'a frozen Error': async () => {
    throw Object.freeze(new Error('frozen'));
  },
  'an Error without a stack': async () => {
    throw changed({ stack: undefined });
  },
  'an Error with an empty stack': async () => {
    throw changed({ stack: '' });
  },
  'an Error whose stack is not a string': async () => {
    throw changed({ stack: [{}] });
  },
  'an Error with an empty name': async () => {
    throw changed({ name: '' });
  },
  'an Error whose name is a number': async () => {
    throw changed({ name: 5 });
  },
  'an Error whose message is an object': async () => {
    throw changed({ message: { a: 1 } });
  },
  'an Error whose message is not there': async () => {
    throw changed({ message: undefined });
  },
  'an Error whose name throws': async () => {
    throw defined('name', () => {
      throw new Error('in a getter');
    });
  },
  'an Error whose message throws': async () => {
    throw defined('message', () => {
      throw new Error('in a getter');
    });
  },
  'an Error whose stack throws': async () => {
    throw defined('stack', () => {
      throw new Error('in a getter');
    });
  },
  'an Error with a toString of its own': async () => {
    throw changed({ toString: () => 'custom' });
  },
  'an Error with a toJSON of its own': async () => {
    throw changed({ toJSON: () => ({ custom: true }) });
  },
  'an Error of another realm': async () => {
    throw require('node:vm').runInNewContext('new Error("other realm")');
  },
  'an error of the system': async () => require('node:fs').readFileSync('/does/not/exist'),
  'an error of JSON.parse': async () => JSON.parse('{'),
  'an error of a missing module': async () => require('a-module-that-is-not-there'),
  'a DOMException': async () => {
    throw new DOMException('aborted', 'AbortError');
  },
  'an AbortSignal that times out': async () => AbortSignal.abort().throwIfAborted(),
  'an error of structuredClone': async () => structuredClone(() => {}),
  'an assertion': async () => require('node:assert').strictEqual(1, 2),
  'a thrown string': async () => {
    throw 'text';
  },
  'a thrown empty string': async () => {
    throw '';
  },
  'a thrown number': async () => {
    throw 42;
  },
  'a thrown zero': async () => {
    throw 0;
  },
  'a thrown boolean': async () => {
    throw false;
  },
  'a thrown BigInt': async () => {
    throw 10n;
  },
  'a thrown null': async () => {
    throw null;
  },
  'a thrown undefined': async () => {
    throw undefined;
  },
  'a thrown symbol': async () => {
    throw Symbol('thrown');
  },
  'a thrown function': async () => {
    throw function thrown() {};
  },
  'a thrown object': async () => {
    throw { a: 1 };
  },
  'a thrown array': async () => {
    throw [1, 2];
  },
  'a thrown object with a toString': async () => {
    throw { toString: () => 'as text' };
  },
  'a thrown object without a prototype': async () => {
    throw Object.create(null);
  },
  'a thrown object that looks like an Error': async () => {
    throw { name: 'Custom', message: 'looks like one', stack: 'Custom: looks like one\n    at nowhere' };
  },
  'a thrown object that half looks like an Error': async () => {
    throw { name: 'Custom', message: 'no stack' };
  },
  'a rejection without a reason': () => Promise.reject(),
  'a rejection of null': () => Promise.reject(null),
  'a rejection later': () => new Promise((_, reject) => setTimeout(() => reject(new Error('later')), 10)),
  'null thrown without a promise': () => {
    throw null;
  },
  'a string thrown without a promise': () => {
    throw 'sync text';
  },
});
