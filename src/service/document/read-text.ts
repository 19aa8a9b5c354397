import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';

/**
 * Reads a text file of the project, without its byte order mark; `undefined` where there is none.
 * @throws UserError where it can't be read, or is not UTF-8.
 */
export async function readText(path: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UserError({
      code: 'config-unreadable',
      message: `${displayPath(path)} can't be read: ${reason(code)}.`,
      location: { file: path },
      cause: error,
    });
  }
  if (!isUtf8(bytes)) {
    throw new UserError({
      code: 'config-not-utf8',
      message: `${displayPath(path)} is not UTF-8 text${isUtf16(bytes) ? ': it is UTF-16' : ''}.`,
      hint: 'Save it as UTF-8.',
      location: { file: path },
    });
  }
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function reason(code: string | undefined): string {
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission is denied';
  return code ?? 'the system gives no reason';
}

function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  return mark === 0xfeff || mark === 0xfffe;
}
