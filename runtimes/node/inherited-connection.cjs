'use strict';

const { readSync } = require('node:fs');
const { createResponseReader } = require('./http-response-reader.cjs');
const { writeFully, writeLongText } = require('./standard-output.cjs');

const { allocUnsafe } = Buffer;
const { setImmediate, setTimeout } = globalThis;

const readBufferBytes = 64 * 1024;

/** How long the second invocation is waited for before the connection becomes a socket, in ms: mostly there is none, but an end. */
const graceMs = 5;

/**
 * A keep-alive HTTP/1.1 connection that the other side has opened, and that this process has as a descriptor.
 *
 * Up to the answer to the first invocation it reads and writes without a socket, by what Node.js has loaded anyway: `node:net` and
 * what that needs cost a start several milliseconds. The only response that it waits for until then is the first invocation, which
 * the other side has ready.
 * @param {{ descriptor: number, idleMs?: number }} options `idleMs` is told to the other side
 * @param {(error?: Error) => void} onClose
 */
exports.createInheritedConnection = ({ descriptor, idleMs }, onClose) => {
  const responses = [];
  const reader = createResponseReader((response) => responses.push(response));
  /** How many responses to skip. */
  let unwanted = 0;
  let hasWaited = false;
  let socket;

  const send = (text, isWanted) => {
    writeFully(descriptor, text);
    if (!isWanted) unwanted += 1;
  };

  const readResponse = () => {
    const buffer = allocUnsafe(readBufferBytes);
    while (responses.length <= unwanted) {
      // A long event is read to where it stays.
      const space = reader.space();
      const place = space ?? buffer;
      let length;
      try {
        length = readSync(descriptor, place, 0, place.length);
      } catch (error) {
        return onClose(error);
      }
      if (length === 0) return onClose();
      if (space === undefined) reader.take(buffer.subarray(0, length));
      else reader.filled(length);
    }
    const [response] = responses.splice(0, unwanted + 1).slice(-1);
    unwanted = 0;
    return response;
  };

  const openSocket = () => {
    if (socket !== undefined) return socket;
    const { openConnection } = require('./http-connection.cjs');
    socket = openConnection({ fd: descriptor }, onClose);
    for (; unwanted > 0; unwanted -= 1) socket.expect(() => {});
    return socket;
  };

  // It shows the other side that the interpreter works.
  const idle = idleMs === undefined ? '' : `Invoke-Local-Idle-Ms: ${idleMs.toFixed(1)}\r\n`;
  send(`GET /2018-06-01/ping HTTP/1.1\r\nHost: localhost\r\n${idle}\r\n`, false);

  return {
    whenConnected: (callback) => callback(),

    request: (text, onResponse) => {
      if (socket !== undefined) return socket.request(text, onResponse);
      send(text, true);
      if (hasWaited) return setTimeout(() => openSocket().expect(onResponse), graceMs);
      hasWaited = true;
      return setImmediate(() => onResponse(readResponse()));
    },

    post: (text, onTaken) => {
      if (socket !== undefined) return socket.post(text, onTaken);
      send(text, false);
      return setImmediate(onTaken);
    },

    postLong: (head, body, onTaken) => {
      if (socket !== undefined) return socket.postLong(head, body, onTaken);
      writeLongText(descriptor, head, body);
      unwanted += 1;
      return setImmediate(onTaken);
    },

    stream: (onStart, onResponse) => openSocket().stream(onStart, onResponse),
  };
};
