import { isUtf8 } from 'node:buffer';
import { type ExactJson, parseExactJson } from '../../json/exact-number.js';
import { nestingOf } from '../../json/nesting.js';

/** What bytes stand for, or why they can't be judged: what goes on from `The response`. */
export type ReadValue = { readonly value: ExactJson } | { readonly problem: string };

/** Values that lie deeper within each other are not judged: what walks through them has an end. */
const deepest = 500;
/** From here on it is looked at how deep they lie. */
const fewestBytesOfDeep = 2 * deepest;

/** Bytes as JSON; as a text, where they are not JSON. */
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
  if (bytes.length > fewestBytesOfDeep && nestingOf(bytes) > deepest) {
    return { problem: `is nested deeper than ${deepest} levels` };
  }
  const text = bytes.toString();
  try {
    return { value: parseExactJson(text) };
  } catch {
    return { text };
  }
}
