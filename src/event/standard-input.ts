import { UserError } from '../diagnostics/user-error.js';
import { eventTooLarge, maxEventBytes } from './limits.js';
import type { EventRequest } from './request.js';
import type { EventTools } from './tools.js';

/** How long standard input may be silent before a notice says that we wait for it, in ms. */
const noticeAfterMs = 2_000;
const byteOrderMarkBytes = 3;

const insteadHint =
  'Pass the event with --data or --path, or close the standard input with `< /dev/null` for an empty event. --stdin-timeout sets how long to wait.';

/**
 * Reads standard input to its end. A closed one is empty.
 * @throws UserError if it stays open and silent until its time limit, or has more than Lambda accepts
 */
export async function readStandardInput(
  { stream, timeoutMs }: NonNullable<EventRequest['standardInput']>,
  { report, signal }: Pick<EventTools, 'report' | 'signal'>,
): Promise<Buffer> {
  if (stream.destroyed || stream.readableEnded) return Buffer.alloc(0);
  const pieces: Buffer[] = [];
  let bytes = 0;
  let limit: NodeJS.Timeout | undefined;
  let notice: NodeJS.Timeout | undefined;

  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const expectMore = () => {
        clearTimeout(limit);
        limit = setTimeout(() => reject(silence(timeoutMs, bytes)), timeoutMs);
      };
      notice = setTimeout(() => {
        report({
          severity: 'notice',
          code: 'stdin-silent',
          message: `Waiting for the event on standard input, for ${timeoutMs / 1000} s at most.`,
          hint: insteadHint,
        });
      }, noticeAfterMs);
      expectMore();
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      stream.on('data', (chunk: Buffer | string) => {
        clearTimeout(notice);
        expectMore();
        const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        bytes += piece.length;
        pieces.push(piece);
        if (bytes <= maxEventBytes + byteOrderMarkBytes) return;
        stream.pause();
        reject(eventTooLarge('The event on standard input'));
      });
      stream.on('end', () => resolve(Buffer.concat(pieces)));
      stream.on('close', () => resolve(Buffer.concat(pieces)));
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EBADF') resolve(Buffer.alloc(0));
        else reject(unreadable(error));
      });
    });
  } finally {
    clearTimeout(limit);
    clearTimeout(notice);
    stream.destroy();
  }
}

function silence(timeoutMs: number, bytes: number): UserError {
  const what = bytes === 0 ? 'nothing came' : `nothing came after the first ${bytes} bytes`;
  return new UserError({
    code: 'stdin-timeout',
    message: `The event was to come from standard input, which is open, but ${what} for ${timeoutMs / 1000} s.`,
    hint: insteadHint,
  });
}

function unreadable(error: NodeJS.ErrnoException): UserError {
  const what = error.code === 'EISDIR' ? 'is a folder' : `cannot be read: ${error.message}`;
  return new UserError({ code: 'stdin-unreadable', message: `The standard input ${what}.`, hint: insteadHint });
}
