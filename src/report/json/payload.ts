import { isUtf8 } from 'node:buffer';
import { cutMiddle } from '../text/cut-middle.js';

/** What is kept of a payload, in bytes; of text, in UTF-16 units. */
const longestPayload = 1024 * 1024;

/** Bytes in a JSON report: as text where they are UTF-8, else in base64. */
export interface Payload {
  readonly encoding: 'utf-8' | 'base64';
  readonly text: string;
  /** Of the whole. */
  readonly sizeBytes: number;
  /** Whether the text is not the whole. */
  readonly cut: boolean;
}

/** Bytes as a JSON report has them: the whole up to a bound, then head and tail with a note between, or the head of base64. */
export function payloadOf(bytes: Buffer): Payload {
  const sizeBytes = bytes.length;
  if (!isUtf8(bytes)) {
    // A multiple of three, so that the base64 of the head is that of its bytes alone.
    const head = bytes.subarray(0, longestPayload - (longestPayload % 3));
    return { encoding: 'base64', text: head.toString('base64'), sizeBytes, cut: head.length < sizeBytes };
  }
  const { text, cut } = cutMiddle(bytes.toString(), longestPayload);
  return { encoding: 'utf-8', text, sizeBytes, cut: cut > 0 };
}
