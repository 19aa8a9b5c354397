import { isUtf8 } from 'node:buffer';
import { indentJson } from '../../indent-json.js';

/** Bytes, made readable for a person. */
export type Readable =
  | { readonly kind: 'text'; readonly text: string; readonly language: 'json' | 'html' | 'xml' | 'text' }
  /** They are not text, or too much of it. */
  | { readonly kind: 'bytes'; readonly reason: 'binary' | 'too large' };

/** The most that is read, in bytes: Lambda's own limit for a response that is not streamed. */
const mostBytes = 16 * 1024 * 1024;

/** The most that is indented, in bytes: it can grow to many times its size, and little of it is shown. */
const mostIndentedBytes = 1024 * 1024;

/**
 * Reads bytes: indents JSON, and tells text from binary data.
 * @param contentType the declared content type
 */
export function readBytes(bytes: Buffer, contentType = ''): Readable {
  if (bytes.length > mostBytes) return { kind: 'bytes', reason: 'too large' };
  if (!isUtf8(bytes)) return { kind: 'bytes', reason: 'binary' };
  if (/^\s*["{[\d-]|^\s*(?:true|false|null)\b/.test(bytes.subarray(0, 64).toString('latin1'))) {
    const json = bytes.length > mostIndentedBytes ? undefined : indentJson(bytes);
    if (json !== undefined) return { kind: 'text', text: json.toString(), language: 'json' };
  }
  const text = bytes.toString();
  if (text.includes('\0')) return { kind: 'bytes', reason: 'binary' };
  return { kind: 'text', text, language: languageOf(contentType) };
}

function languageOf(contentType: string): 'html' | 'xml' | 'text' {
  const type = contentType.split(';')[0] ?? '';
  if (/html/i.test(type)) return 'html';
  return /[/+]xml\s*$/i.test(type) ? 'xml' : 'text';
}
