'use strict';

const { dispatch } = require('./dispatch.cjs');

module.exports = dispatch({
  'process.exit with 0': async () => process.exit(0),
  'process.exit with 3': async () => process.exit(3),
  'process.exit after what was printed': async () => {
    console.log('last words');
    process.exit(1);
  },
  'process.exitCode is left': async () => {
    process.exitCode = 7;
    return 'still here';
  },
  'process.abort': async () => process.abort(),
  'a signal to itself': async () => {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => setTimeout(() => {}, 5_000));
  },
  'an exception in a timer': () =>
    new Promise(() => {
      setTimeout(() => {
        throw new TypeError('in a timer');
      }, 5);
    }),
  'a string thrown in a timer': () =>
    new Promise(() => {
      setTimeout(() => {
        throw 'text in a timer';
      }, 5);
    }),
  'an exception in an event emitter': () =>
    new Promise(() => {
      setTimeout(() => new (require('node:events'))().emit('error', new Error('emitted')), 5);
    }),
  'a rejection that nobody handles': () =>
    new Promise(() => {
      Promise.reject(new Error('unhandled'));
      setTimeout(() => {}, 1_000);
    }),
  'a rejection with a string that nobody handles': () =>
    new Promise(() => {
      Promise.reject('unhandled text');
      setTimeout(() => {}, 1_000);
    }),
  'a rejection without a reason that nobody handles': () =>
    new Promise(() => {
      Promise.reject();
      setTimeout(() => {}, 1_000);
    }),
  'a rejection with a symbol that nobody handles': () =>
    new Promise(() => {
      Promise.reject(Symbol('unhandled'));
      setTimeout(() => {}, 1_000);
    }),
  'a rejection that is handled too late': async () => {
    const late = Promise.reject(new Error('late'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await late.catch(() => {});
    return 'not reached';
  },
  'a listener for exceptions of its own': async () => {
    process.once('uncaughtException', () => console.log('caught by the function'));
    setTimeout(() => {
      throw new Error('for the listener');
    }, 5);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return 'survived';
  },
  'an invocation after all that': async () => 'alive',
});
