import type { Json } from '../aws-call.js';
import { isMembers } from '../protocols/shapes.js';

/** Stands in a recording for what is left out of it: the same as in the runner's log. */
export const leftOut = '***';

/** Whether something is left out of a recorded value. */
export function hasLeftOut(recorded: Json): boolean {
  if (typeof recorded === 'string') return recorded.includes(leftOut) || decoded(recorded).includes(leftOut);
  if (Array.isArray(recorded)) return recorded.some(hasLeftOut);
  return isMembers(recorded) && Object.values(recorded).some(hasLeftOut);
}

/**
 * Whether a call's value is a recorded one, apart from what is left out of that: it can be anything, because another run may not know
 * what was a secret, or is not told to leave it out.
 */
export function isAsRecorded(recorded: Json, called: Json): boolean {
  if (recorded === called || recorded === leftOut) return true;
  if (typeof recorded === 'string') return typeof called === 'string' && isTextAsRecorded(recorded, called);
  if (Array.isArray(recorded)) {
    if (!Array.isArray(called) || called.length !== recorded.length) return false;
    return recorded.every((item: Json, index) => isAsRecorded(item, called[index] as Json));
  }
  if (!isMembers(recorded) || !isMembers(called)) return false;
  const names = Object.keys(recorded);
  return (
    names.length === Object.keys(called).length &&
    names.every((name) => {
      const [old, now] = [recorded[name], called[name]];
      return old !== undefined && now !== undefined && isAsRecorded(old, now);
    })
  );
}

function isTextAsRecorded(recorded: string, called: string): boolean {
  if (recorded.includes(leftOut)) return isAround(recorded.split(leftOut), called);
  const text = decoded(recorded);
  return text.includes(leftOut) && isAround(text.split(leftOut), decoded(called));
}

/** Whether a text is made of some parts in their order, with anything between them. */
function isAround(parts: readonly string[], text: string): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop() ?? '';
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/** Bytes that are a text; empty for what is none in base64. */
function decoded(base64: string): string {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0
    ? Buffer.from(base64, 'base64').toString('utf8')
    : '';
}
