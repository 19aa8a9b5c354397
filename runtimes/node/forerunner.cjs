'use strict';

const { readSync } = require('node:fs');

const newline = 10;
const chunkBytes = 64 * 1024;

/**
 * Waits in a process that was started before it was known what for, until the other side of a connection says so: it sends the
 * environment of the function as one line of JSON. Nothing of the function's has been loaded until then.
 * @param {number} descriptor The descriptor of the connection.
 * @returns {number} How long it took, in ms.
 */
exports.awaitEnvironment = (descriptor) => {
  const startedNs = process.hrtime.bigint();
  const environment = JSON.parse(readLine(descriptor));
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  return Number(process.hrtime.bigint() - startedNs) / 1e6;
};

/** The other side sends no more than the line until it is asked. Without it this process has nothing to do. */
function readLine(descriptor) {
  const chunks = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const length = readSync(descriptor, chunk, 0, chunkBytes);
    if (length === 0) process.exit(0);
    chunks.push(chunk.subarray(0, length));
    if (chunk[length - 1] === newline) return Buffer.concat(chunks).toString();
  }
}
