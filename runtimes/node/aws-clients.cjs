'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');

/** The files of version 3 of the SDK that have the class of all its clients, in the order of their appearance. */
const ofClients = /[\\/]@smithy[\\/](?:smithy-client|core)[\\/]dist-cjs[\\/](?:submodules[\\/]client[\\/])?index\.js$/;

/** How many frames of a call are looked at. */
const mostFrames = 50;

/** The stack of the call of a client that the current work belongs to. */
const calls = new AsyncLocalStorage();
const watched = new WeakSet();
let seenFiles = 0;

/**
 * Remembers where the clients of version 3 of the SDK are called, of those that are loaded by now: a request is made later, when the
 * frames of a caller that did not wait are gone. A client that a bundler has put into the handler's own file is not known.
 */
exports.watchClients = () => {
  const files = Object.keys(require.cache);
  if (files.length === seenFiles) return;
  seenFiles = files.length;
  for (const file of files) if (ofClients.test(file)) watch(require.cache[file]?.exports?.Client?.prototype);
};

/** The frames of the call that the current work belongs to: a stack trace, `''` if there is none. */
exports.stackOfCall = () => String(calls.getStore()?.stack ?? '');

function watch(prototype) {
  if (typeof prototype?.send !== 'function' || watched.has(prototype)) return;
  watched.add(prototype);
  const { send } = prototype;
  prototype.send = function (...args) {
    return calls.run(stackAbove(prototype.send), () => Reflect.apply(send, this, args));
  };
}

function stackAbove(hook) {
  const holder = { stack: '' };
  const { stackTraceLimit } = Error;
  Reflect.set(Error, 'stackTraceLimit', mostFrames);
  try {
    Error.captureStackTrace(holder, hook);
  } catch {
    // What the function itself makes of stack traces may fail.
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit);
  }
  return holder;
}
