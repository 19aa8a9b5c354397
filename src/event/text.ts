import { isUtf8 } from 'node:buffer';
import { UserError } from '../diagnostics/user-error.js';
import { walkJson } from '../json/walk.js';

/** The source of a text, as messages name it: `The event file a.json`, `The event`. */
export type Origin = string;

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The bytes of a text, without a byte order mark.
 * @throws UserError where they are not UTF-8.
 */
export function utf8Bytes(bytes: Buffer, origin: Origin, file?: string): Buffer {
  if (!isUtf8(bytes)) {
    throw new UserError({
      code: 'event-not-utf8',
      message: `${origin} is not UTF-8.`,
      hint: 'Save it as UTF-8. (Windows PowerShell writes UTF-16 with `>`; use `Out-File -Encoding utf8`.)',
      location: file === undefined ? undefined : { file },
    });
  }
  return bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
}

/** The event if no text is given. */
export const emptyEvent = Buffer.from('{}');

/** The text as a JSON string. */
export function jsonString(text: string): Buffer {
  return Buffer.from(JSON.stringify(text));
}

/**
 * The text of a file or a stream as JSON: its own bytes if it is JSON, else a string (without the line break at its end);
 * `{}` if it is blank.
 */
export function textPayload(bytes: Buffer): Buffer {
  // Most are JSON, which is known without a string or a value of it.
  if (walkJson(bytes) === -1) return bytes;
  const text = bytes.toString();
  return isBlank(text) ? emptyEvent : jsonString(text.replace(/\r?\n$/, ''));
}

/** Whether a text is valid JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is empty or only white space. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
