import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../../../diagnostics/user-error.js';

/** The largest file that is read, in bytes. */
const mostBytes = 64 * 1024 * 1024;

/**
 * The text of a file, without a byte order mark.
 * @param name how messages name it: `The case file a.yml`
 * @throws UserError where it can't be read, is no regular file, is not UTF-8, or too large
 */
export async function readTextFile(file: string, name: string): Promise<string> {
  const fail = (what: string): UserError =>
    new UserError({ code: 'file-unreadable', message: `${name} ${what}.`, location: { file } });
  let bytes: Buffer;
  try {
    const status = await stat(file);
    if (!status.isFile()) throw fail(status.isDirectory() ? 'is a folder' : 'is not a regular file');
    if (status.size > mostBytes) throw fail(`has ${status.size} bytes, and ${mostBytes} are the most`);
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw fail(code === 'ENOENT' || code === 'ENOTDIR' ? 'does not exist' : `cannot be read: ${message}`);
  }
  if (!isUtf8(bytes)) throw fail('is not UTF-8');
  return bytes.toString().replace(/^\ufeff/, '');
}
