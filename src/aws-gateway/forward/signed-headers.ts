import type { Readable } from 'node:stream';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '../../network/sha256.js';
import type { SigningKeys } from './known-credentials.js';

/** A request to sign. */
export interface UnsignedRequest {
  readonly method: string;
  readonly url: URL;
  /** Percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable;
}

/** As whom and for what it is signed. */
export interface Signing {
  readonly signingName: string;
  readonly region: string;
  readonly isS3: boolean;
  readonly keys: SigningKeys;
}

/** The headers of a request with its signature (Signature Version 4). */
export async function signedHeaders(
  { method, url, path, query, headers, body }: UnsignedRequest,
  { signingName, region, isS3, keys }: Signing,
): Promise<Record<string, string>> {
  const { accessKeyId, secretAccessKey, sessionToken } = keys;
  const signer = new SignatureV4({
    service: signingName,
    region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
    sha256: Sha256,
    // S3 alone has its paths encoded once.
    uriEscapePath: !isS3,
    applyChecksum: isS3,
  });
  const values: Record<string, string[]> = {};
  for (const name of new Set(query.keys())) values[name] = query.getAll(name);
  const isWhole = Buffer.isBuffer(body);
  const unsigned =
    isWhole || headers['x-amz-content-sha256'] !== undefined ? {} : { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
  const signed = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path,
    query: values,
    headers: { ...headers, ...unsigned },
    ...(isWhole ? { body } : {}),
  });
  return signed.headers;
}
