import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** The text that a source sends for a given body: a text unchanged, everything else as JSON. */
export function bodyText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The same in base64. */
export function bodyBase64(value: unknown): string {
  return Buffer.from(bodyText(value)).toString('base64');
}

/** JSON, compressed, in base64: as CloudWatch Logs sends it. */
export function bodyGzip(value: unknown): string {
  return gzipSync(bodyText(value)).toString('base64');
}

/** The MD5 of a text in hexadecimal, as SQS sends it along. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
