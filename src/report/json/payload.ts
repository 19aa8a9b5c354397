import { isUtf8 } from 'node:buffer';
import { cutMiddle } from '../text/cut-middle.js';

/** How much of a payload is kept: bytes, or UTF-16 units if it is text. */
const longestPayload = 1024 * 1024;

/** A payload in a JSON report: as text if it is UTF-8, else in base64. */
export interface Payload {
  readonly encoding: 'utf-8' | 'base64';
  readonly text: string;
  /** Of the whole. */
  readonly sizeBytes: number;
  /** Whether the text is only a part of the whole. */
  readonly cut: boolean;
}

/**
 * A payload for a JSON report. One that is too long is cut: text to its head and tail with a note between, base64 to its
 * head.
 */
export function payloadOf(bytes: Buffer): Payload {
  const sizeBytes = bytes.length;
  if (!isUtf8(bytes)) {
    // A multiple of three, so that the base64 of the head needs no padding.
    const head = bytes.subarray(0, longestPayload - (longestPayload % 3));
    return { encoding: 'base64', text: head.toString('base64'), sizeBytes, cut: head.length < sizeBytes };
  }
  const { text, cut } = cutMiddle(bytes.toString(), longestPayload);
  return { encoding: 'utf-8', text, sizeBytes, cut: cut > 0 };
}
