'use strict';

const net = require('node:net');
const { createResponseReader } = require('./http-response-reader.cjs');

// Taken before the function's code is loaded, so that its patches do not affect us.
const { ref, unref, write } = net.Socket.prototype;

const { allocUnsafe, byteLength } = Buffer;
const encode = Buffer.prototype.write;

const readBufferBytes = 64 * 1024;

/**
 * One keep-alive HTTP/1.1 connection, with one request at a time and later ones queued. Once it is open, and while no
 * request is running, the connection does not keep the event loop alive.
 *
 * It is a raw socket, because `node:http` costs a millisecond to load and is what mocking libraries patch. The socket reads
 * into one buffer and calls back from there, so that no stream machinery (or a fake `nextTick`) is between.
 * @param {{ host: string, port: number } | { fd: number }} place Where to connect to, or the descriptor of a connection that
 * is there.
 * @param {(error?: Error) => void} onClose
 */
exports.openConnection = (place, onClose) => {
  const queue = [];
  let current;

  const reader = createResponseReader((response) => {
    const { onResponse } = current;
    current = undefined;
    if (queue.length === 0) unref.call(socket);
    start();
    onResponse(response);
  });
  const onread = {
    buffer: Buffer.allocUnsafe(readBufferBytes),
    callback: (length, buffer) => {
      reader.take(buffer.subarray(0, length));
      return true;
    },
  };
  const socket =
    'fd' in place ? new net.Socket({ ...place, onread }) : net.connect({ ...place, noDelay: true, onread });
  let failure;
  socket.on('error', (error) => {
    failure = error;
  });
  socket.on('close', () => onClose(failure));

  function start() {
    if (current !== undefined || queue.length === 0) return;
    current = queue.shift();
    ref.call(socket);
    current.onStart();
  }

  function enqueue(onStart, onResponse) {
    queue.push({ onStart, onResponse });
    start();
  }

  const request = (text, onResponse) => enqueue(() => write.call(socket, text, 'utf8'), onResponse);

  return {
    /**
     * Calls back once the connection is there. No request may come before.
     * @param {() => void} callback
     */
    whenConnected: (callback) =>
      socket.once('connect', () => {
        unref.call(socket);
        callback();
      }),

    /**
     * Sends a request in one write: what the kernel takes of it at once is not lost to a `process.exit` that follows.
     * @param {string | Buffer} text The whole request, its body included.
     * @param {(response: { status: number, headers: Record<string, string>, body: Buffer }) => void} onResponse
     */
    request,

    /**
     * Sends a request whose response is not looked at.
     * @param {string | Buffer} text
     * @param {() => void} onTaken Called once the other side has it.
     */
    post: request,

    /**
     * The same for a long request.
     * @param {string} head
     * @param {string} body Without a lone surrogate.
     * @param {() => void} onTaken
     */
    postLong: (head, body, onTaken) => request(encoded(head, body), onTaken),

    /**
     * Takes the response to a request that was sent before.
     * @param {(response: object) => void} onResponse
     */
    expect: (onResponse) => enqueue(() => {}, onResponse),

    /**
     * Begins a request whose body comes later.
     * @param {(send: (data: string | Buffer) => boolean, onDrain: (callback: () => void) => void) => void} onStart
     *   Gets the function that sends the request's next bytes (it returns whether more may follow at once), and the one that
     *   waits for that.
     * @param {(response: object) => void} onResponse
     */
    stream: (onStart, onResponse) =>
      enqueue(
        () =>
          onStart(
            (data) => write.call(socket, data, 'latin1'),
            (callback) => socket.once('drain', callback),
          ),
        onResponse,
      ),
  };
};

function encoded(head, body) {
  const headBytes = byteLength(head);
  const bytes = allocUnsafe(headBytes + byteLength(body));
  encode.call(bytes, head, 0);
  encode.call(bytes, body, headBytes);
  return bytes;
}
