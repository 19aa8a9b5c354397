'use strict';

/**
 * The objects that handlers are called on, with the names that they have in AWS's runtimes. They are the handler's `this`,
 * and their names appear in stack traces: `at Runtime.handler (/var/task/index.js:1:9)`.
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
