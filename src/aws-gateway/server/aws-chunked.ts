/** A body in chunks of AWS's own encoding, without it. */
export interface DecodedChunks {
  readonly bytes: Buffer;
  /** By names in lower case. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** Whether a request's body is in chunks (Signature Version 4, "Transferring payload in multiple chunks"). */
export function isAwsChunked(headers: Readonly<Record<string, string>>): boolean {
  return (
    (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-') ||
    /\baws-chunked\b/.test(headers['content-encoding'] ?? '')
  );
}

/**
 * Takes the chunks apart: `SIZE[;chunk-signature=…]`, the bytes, and so on up to a chunk of none, then the trailers.
 * @throws where the body is not so made
 */
export function decodeAwsChunked(body: Buffer): DecodedChunks {
  const chunks: Buffer[] = [];
  let at = 0;
  const line = (): string => {
    const end = body.indexOf('\r\n', at);
    if (end < 0) throw new RangeError('a chunk of the body is cut off');
    const text = body.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  for (;;) {
    const [size = ''] = line().split(';', 1);
    if (!/^[0-9a-f]{1,8}$/i.test(size)) throw new RangeError('a chunk of the body has no size');
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    if (at + length + 2 > body.length) throw new RangeError('a chunk of the body is cut off');
    chunks.push(body.subarray(at, at + length));
    at += length + 2;
  }
  const trailers: Record<string, string> = {};
  while (at < body.length) {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line()) ?? [];
    if (name !== undefined && value !== undefined) trailers[name.toLowerCase()] = value.trim();
  }
  return { bytes: Buffer.concat(chunks), trailers };
}

/** The headers of a request whose chunks were taken apart: as if its body had been sent whole. */
export function withoutChunks(
  headers: Readonly<Record<string, string>>,
  { bytes, trailers }: DecodedChunks,
): Record<string, string> {
  const {
    'x-amz-decoded-content-length': _length,
    'x-amz-trailer': _trailer,
    'content-encoding': encoding = '',
    ...others
  } = headers;
  const left = encoding
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'aws-chunked');
  const { 'x-amz-trailer-signature': _signature, ...checksums } = trailers;
  return {
    ...others,
    ...(left.length === 0 ? {} : { 'content-encoding': left.join(',') }),
    ...checksums,
    'content-length': String(bytes.length),
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
  };
}
