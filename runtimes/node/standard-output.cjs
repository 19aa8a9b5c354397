'use strict';

const { writeSync } = require('node:fs');

const { from } = Buffer;
const { wait } = Atomics;

const cell = new Int32Array(new SharedArrayBuffer(4));
const retryMs = 1;

/**
 * Writes text to a file descriptor and returns once the kernel has it all, however slowly it is read: so lines stay in
 * order, a `process.exit` loses none, and none pile up in memory. Where nobody reads any more, the text is dropped.
 * @param {number} descriptor
 * @param {string} text
 */
exports.writeFully = (descriptor, text) => {
  const bytes = from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') return;
      wait(cell, 0, 0, retryMs);
    }
  }
};

/**
 * Makes `process.stdout` and `process.stderr` blocking where they are pipes, from their first use on. Node.js makes a pipe
 * non-blocking on POSIX, and then what is written to it can overtake a direct write, grow the heap, or be lost by `process.exit`.
 */
exports.makeStandardStreamsBlocking = () => {
  for (const name of ['stdout', 'stderr']) {
    const property = Object.getOwnPropertyDescriptor(process, name);
    if (property?.get === undefined || !property.configurable) continue;
    Object.defineProperty(process, name, {
      ...property,
      get() {
        const stream = property.get.call(process);
        Object.defineProperty(process, name, property);
        stream._handle?.setBlocking?.(true);
        return stream;
      },
    });
  }
};
