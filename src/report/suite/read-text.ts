import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { StoredText } from '../../suite/texts/stored-text.js';
import type { Redactor } from '../secrets/redactor.js';

/** Reads a stored text without secrets. Bytes that are not UTF-8 become a `data:` URL in base64 (RFC 2397). */
export async function readText({ file, offset, bytes, totalBytes }: StoredText, redactor: Redactor): Promise<string> {
  if (bytes === 0) return '';
  const buffer = Buffer.alloc(bytes);
  const handle = await open(file, 'r');
  try {
    await handle.read(buffer, 0, bytes, offset);
  } finally {
    await handle.close();
  }
  const isWhole = bytes === totalBytes;
  // A cut may lie within a character.
  if (isWhole && !isUtf8(buffer)) {
    return `data:application/octet-stream;base64,${redactor.bytes(buffer).toString('base64')}`;
  }
  return redactor.text(buffer.toString('utf8'));
}
