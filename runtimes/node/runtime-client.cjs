'use strict';

const { byteLength } = Buffer;
const encodeComponent = encodeURIComponent;
const resourceUsage = process.resourceUsage.bind(process);

const prefix = '/2018-06-01/runtime/';

/** From which length on a body is encoded by itself, in bytes: joined to the head as text, it would be copied once more. */
const longBody = 64 * 1024;

/**
 * The client's half of the Lambda Runtime API, version 2018-06-01. The server's answer to a post is ignored: the server
 * itself reports errors such as a response that is too large, or an invocation that timed out, and the runtime goes on.
 * @param {{ address: string, descriptor?: number, idleMs?: number, token?: string }} options `address` is `host:port`, as
 *   `AWS_LAMBDA_RUNTIME_API` has it; `descriptor` that of an open connection to it, if this process was given one; `idleMs` how long
 *   it has waited until it knew what to run; `token` is sent with each request.
 * @param {(problem: string) => never} onLost Called when there is nobody left to talk to.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
exports.createRuntimeClient = ({ address, descriptor, idleMs, token }, onLost) => {
  const onClose = (error) => onLost(error === undefined ? 'the Runtime API closed the connection' : error.message);
  const connection = descriptor === undefined ? connect(address, onClose) : inherit({ descriptor, idleMs }, onClose);
  const shown = token === undefined ? '' : `Invoke-Local-Token: ${token}\r\n`;
  const common = `Host: ${address}\r\nUser-Agent: invoke-local-node/${process.versions.node}\r\n${shown}`;
  let isWaiting = false;

  /** On Linux the peak memory can be read from outside; elsewhere the process reports its own. */
  const usage = () =>
    process.platform === 'linux' ? '' : `Invoke-Local-Peak-Memory-Kib: ${Math.round(resourceUsage().maxRSS)}\r\n`;

  const post = (path, fields, body, onPosted) => {
    const bodyBytes = byteLength(body);
    const head =
      `POST ${prefix}${path} HTTP/1.1\r\n${common}${usage()}${fields}` +
      `Content-Type: application/json\r\nContent-Length: ${bodyBytes}\r\n\r\n`;
    if (bodyBytes < longBody) connection.post(head + body, onPosted);
    else connection.postLong(head, body, onPosted);
  };

  return {
    whenConnected: connection.whenConnected,

    /** Whether the runtime waits for an invocation, during which nothing can be posted. */
    isWaiting: () => isWaiting,

    /**
     * Waits for the next invocation.
     * @param {(invocation: { headers: Record<string, string>, event: string }) => void} onInvocation
     * @param {string} fields Further lines of the request's head.
     */
    next: (onInvocation, fields) => {
      isWaiting = true;
      connection.request(`GET ${prefix}invocation/next HTTP/1.1\r\n${common}${usage()}${fields}\r\n`, (response) => {
        isWaiting = false;
        const text = response.body.toString();
        if (response.status !== 200) onLost(`the Runtime API answered ${response.status}: ${text.trim()}`);
        onInvocation({ headers: response.headers, event: text });
      });
    },

    /** Posts the response to an invocation, as JSON text. */
    postResponse: (requestId, json, onPosted) =>
      post(`invocation/${encodeComponent(requestId)}/response`, '', json, onPosted),

    /** Posts the error of an invocation, as JSON text. */
    postError: (requestId, json, onPosted) =>
      post(`invocation/${encodeComponent(requestId)}/error`, '', json, onPosted),

    /** Posts the error of a failed initialization, as JSON text, with the error's type for the header. */
    postInitError: (errorType, json, onPosted) =>
      post('init/error', `Lambda-Runtime-Function-Error-Type: ${headerValue(errorType)}\r\n`, json, onPosted),

    /**
     * Begins a response that is streamed. The caller sends the rest of the head, from `Content-Type` on, and the chunked body.
     */
    streamResponse: (requestId, onStart, onPosted) =>
      connection.stream((send, onDrain) => {
        const head =
          `POST ${prefix}invocation/${encodeComponent(requestId)}/response HTTP/1.1\r\n${common}${usage()}` +
          'Lambda-Runtime-Function-Response-Mode: streaming\r\n' +
          'Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n' +
          'Transfer-Encoding: chunked\r\n';
        onStart({ head, send, onDrain });
      }, onPosted),
  };
};

function connect(address, onClose) {
  const { openConnection } = require('./http-connection.cjs');
  const colon = address.lastIndexOf(':');
  return openConnection({ host: address.slice(0, colon), port: Number(address.slice(colon + 1)) }, onClose);
}

function inherit(options, onClose) {
  const { createInheritedConnection } = require('./inherited-connection.cjs');
  return createInheritedConnection(options, onClose);
}

/** Any text as a header's value. Characters that a header can't contain become `?`. */
function headerValue(text) {
  return String(text).replace(/[^\x20-\x7e]/g, '?');
}
exports.headerValue = headerValue;
