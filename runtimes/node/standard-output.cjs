'use strict';

const { writeSync } = require('node:fs');

const { allocUnsafe, byteLength, from } = Buffer;
const encode = Buffer.prototype.write;
const { wait } = Atomics;

const cell = new Int32Array(new SharedArrayBuffer(4));
const retryMs = 1;
/** How long a text is that a pipe can take as a whole in most cases, in UTF-16 units. */
const shortLength = 8 * 1024;
/** How much of a long text is encoded at a time, in UTF-16 units. */
const pieceLength = 64 * 1024;
const mostBytesOfUnit = 3;

/**
 * Writes text to a file descriptor, and returns once the kernel has all of it, however slowly it is read. So lines stay in
 * order, `process.exit` loses none, and none pile up in memory. If nobody reads any more, the text is dropped.
 * @param {number} descriptor
 * @param {string | Buffer} text
 */
exports.writeFully = (descriptor, text) => {
  let at = 0;
  if (text.length <= shortLength) {
    // Mostly this writes all of it, without a copy.
    try {
      at = writeSync(descriptor, text);
      if (at === byteLength(text)) return;
    } catch (error) {
      if (error.code !== 'EAGAIN') return;
    }
  }
  const bytes = typeof text === 'string' ? from(text) : text;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') return;
      wait(cell, 0, 0, retryMs);
    }
  }
};

/** Writes the first bytes of a buffer as {@link exports.writeFully} does. */
exports.writeBytes = (descriptor, bytes, length) => {
  let at = 0;
  try {
    // Mostly this writes all of them.
    at = writeSync(descriptor, bytes, 0, length);
    if (at === length) return;
  } catch (error) {
    if (error.code !== 'EAGAIN') return;
  }
  exports.writeFully(descriptor, bytes.subarray(at, length));
};

/**
 * Writes two texts, the second of which is long, as {@link exports.writeFully} does. The other side reads its beginning while its end is
 * encoded, into the same memory.
 * @param {number} descriptor
 * @param {string} head
 * @param {string} text Without a lone surrogate.
 */
exports.writeLongText = (descriptor, head, text) => {
  const bytes = allocUnsafe(byteLength(head) + mostBytesOfUnit * pieceLength);
  let filled = encode.call(bytes, head, 0);
  let end;
  for (let at = 0; at < text.length; at = end) {
    end = at + pieceLength;
    // A character of two units stays whole.
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    filled += encode.call(bytes, text.slice(at, end), filled);
    exports.writeBytes(descriptor, bytes, filled);
    filled = 0;
  }
};

function isHighSurrogate(unit) {
  return unit >= 0xd800 && unit < 0xdc00;
}

/**
 * Makes `process.stdout` and `process.stderr` blocking if they are pipes, from their first use on. On POSIX, Node.js makes
 * pipes non-blocking, so that direct writes could come out of order, the heap could grow, and `process.exit` could lose
 * output.
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
