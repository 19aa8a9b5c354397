import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { CaseAttempt } from '../../suite/case-result.js';
import type { StoredText } from '../../suite/texts/stored-text.js';
import type { Redactor } from '../secrets/redactor.js';
import type { CaseTexts } from './suite-report.js';

/** Reads the texts of an attempt, without secrets. Bytes that are not UTF-8 become a `data:` URL in base64 (RFC 2397). */
export async function readTexts(
  { event, response, log }: Pick<CaseAttempt, 'event' | 'response' | 'log'>,
  redactor: Redactor,
): Promise<CaseTexts> {
  // They lie in one file, and reading three short pieces of it is done before a promise would be.
  const descriptor = openSync(event.file, 'r');
  try {
    const read = (stored: StoredText): string => readText(descriptor, stored, redactor);
    return { event: read(event), response: read(response), log: read(log) };
  } finally {
    closeSync(descriptor);
  }
}

function readText(descriptor: number, { offset, bytes, totalBytes }: StoredText, redactor: Redactor): string {
  if (bytes === 0) return '';
  const buffer = Buffer.allocUnsafe(bytes);
  for (let read = 0; read < bytes; ) {
    const count = readSync(descriptor, buffer, read, bytes - read, offset + read);
    if (count === 0) throw new Error('the texts of the run were cut short while it was reported');
    read += count;
  }
  const isWhole = bytes === totalBytes;
  // A cut may lie within a character.
  if (isWhole && !isUtf8(buffer)) {
    return `data:application/octet-stream;base64,${redactor.bytes(buffer).toString('base64')}`;
  }
  return redactor.text(buffer.toString('utf8'));
}
