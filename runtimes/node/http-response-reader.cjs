'use strict';

const { allocUnsafe, concat } = Buffer;
const { min } = Math;
const { parseInt: parseInteger } = Number;
const { create } = Object;

const lineFeed = 10;

/**
 * Reads HTTP/1.1 responses from the bytes of one connection, cut anywhere: bodies with `Content-Length`, and chunked ones.
 * @param {(response: { status: number, headers: Record<string, string>, body: Buffer }) => void} onResponse
 *   Takes each response once it is complete; the names of its headers are in lower case.
 * @returns {{ take(bytes: Buffer): void, space(): Buffer | undefined, filled(length: number): void }} `take` takes the next bytes; they
 *   are copied, so the buffer may be used again. The next ones may be read into `space` instead, if there is any: `filled` says how many.
 * @see RFC 9112
 */
exports.createResponseReader = (onResponse) => {
  let onLine = readStatus;
  let partialLine = '';
  let status;
  let headers;
  let chunks;
  let piece;
  let missing = 0;

  return {
    take: (bytes) => {
      let at = 0;
      while (at < bytes.length) at = missing > 0 ? takePiece(bytes, at) : takeLine(bytes, at);
    },
    space: () => (missing > 0 ? piece.subarray(piece.length - missing) : undefined),
    filled,
  };

  function takeLine(bytes, start) {
    const end = bytes.indexOf(lineFeed, start);
    if (end < 0) {
      partialLine += bytes.toString('latin1', start);
      return bytes.length;
    }
    const line = partialLine + bytes.toString('latin1', start, end);
    partialLine = '';
    onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
    return end + 1;
  }

  function takePiece(bytes, start) {
    const end = min(bytes.length, start + missing);
    bytes.copy(piece, piece.length - missing, start, end);
    filled(end - start);
    return end;
  }

  function filled(length) {
    missing -= length;
    if (missing > 0) return;
    chunks.push(piece);
    if (onLine === readStatus) finish();
  }

  function expectPiece(length) {
    piece = allocUnsafe(length);
    missing = length;
  }

  function readStatus(line) {
    status = parseInteger(line.slice(line.indexOf(' ') + 1), 10);
    headers = create(null);
    chunks = [];
    onLine = readHeader;
  }

  function readHeader(line) {
    if (line !== '') {
      const colon = line.indexOf(':');
      headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
      return;
    }
    if (headers['transfer-encoding'] !== undefined) {
      onLine = readChunkSize;
      return;
    }
    onLine = readStatus;
    if (status < 200) return;
    const length = parseInteger(headers['content-length'] ?? '0', 10);
    if (length > 0) expectPiece(length);
    else finish();
  }

  function readChunkSize(line) {
    const size = parseInteger(line, 16);
    if (size > 0) {
      onLine = readChunkEnd;
      expectPiece(size);
    } else {
      onLine = readTrailer;
    }
  }

  function readChunkEnd() {
    onLine = readChunkSize;
  }

  function readTrailer(line) {
    if (line !== '') return;
    onLine = readStatus;
    finish();
  }

  function finish() {
    const body = chunks.length === 1 ? chunks[0] : concat(chunks);
    chunks = undefined;
    piece = undefined;
    onResponse({ status, headers, body });
  }
};
