import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';

/**
 * Reads a text file of the project, without its byte order mark; `undefined` where there is none.
 * @throws UserError where it can't be read, or is not UTF-8.
 */
export async function readText(path: string): Promise<string | undefined> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
    // It also stands for what is not UTF-8. Few files have it themselves.
    if (text.includes(replacementCharacter)) checkEncoding(readFileSync(path), path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UserError({
      code: 'config-unreadable',
      message: `${displayPath(path)} can't be read: ${reason(code)}.`,
      location: { file: path },
      cause: error,
    });
  }
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const replacementCharacter = '\uFFFD';

/** @throws UserError where the bytes of a file are not UTF-8 */
function checkEncoding(bytes: Buffer, path: string): void {
  if (isUtf8(bytes)) return;
  throw new UserError({
    code: 'config-not-utf8',
    message: `${displayPath(path)} is not UTF-8 text${isUtf16(bytes) ? ': it is UTF-16' : ''}.`,
    hint: 'Save it as UTF-8.',
    location: { file: path },
  });
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
