import { isUtf8 } from 'node:buffer';
import { type ExactJson, parseExactJson } from '../../json/exact-number.js';
import { nestingOf } from '../../json/walk.js';

/** The value of a payload, or why it can't be judged, worded to follow `The response`. */
export type ReadValue = { readonly value: ExactJson } | { readonly problem: string };

/** Values that are nested deeper are not judged, so that walking through them is bounded. */
const deepest = 500;
/** From this size on, in bytes, the depth is checked. */
const fewestBytesOfDeep = 2 * deepest;

/** A payload as JSON, or as a text if it is not JSON. */
export function readValue(bytes: Buffer): ReadValue {
  const read = parse(bytes);
  return 'text' in read ? { value: read.text } : read;
}

/** Bytes as JSON. */
export function readJsonValue(bytes: Buffer): ReadValue {
  const read = parse(bytes);
  return 'text' in read ? { problem: read.text === '' ? 'is empty' : 'is not JSON' } : read;
}

function parse(bytes: Buffer): ReadValue | { readonly text: string } {
  if (!isUtf8(bytes)) return { problem: 'is not UTF-8' };
  if (bytes.length > fewestBytesOfDeep && nestingOf(bytes).depth > deepest) {
    return { problem: `is nested deeper than ${deepest} levels` };
  }
  const text = bytes.toString();
  try {
    return { value: parseExactJson(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { text };
  }
}
