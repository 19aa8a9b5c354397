'use strict';

/**
 * The objects that handlers are called on, under the names that AWS's runtimes have for them: stack traces tell them, as in
 * `at Runtime.handler (/var/task/index.js:1:9)`, and it is what `this` is.
 */

class Runtime {
  constructor(handler) {
    this.handler = handler;
  }
}

class BufferedInvokeProcessor {
  constructor(handler) {
    this.handler = handler;
  }
}

class StreamingInvokeProcessor {
  constructor(handler) {
    this.handler = handler;
  }
}

/** Up to Node.js 22. */
exports.classicReceiver = (handler) => new Runtime(handler);

/** From Node.js 24 on. */
exports.bufferedReceiver = (handler) => new BufferedInvokeProcessor(handler);
exports.streamingReceiver = (handler) => new StreamingInvokeProcessor(handler);
