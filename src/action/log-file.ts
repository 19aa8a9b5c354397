import { createWriteStream } from 'node:fs';
import { writeWithBackpressure } from '../report/console/write-with-backpressure.js';

/** A file that takes the log as it comes. */
export interface LogFile {
  /** Appends bytes. A promise asks to wait before the next. */
  write(bytes: Buffer): void | Promise<void>;
  /** Ends the file; gives the first failure to write it, where there was one. */
  close(): Promise<Error | undefined>;
}

/** What may wait to be written, in bytes. */
const BUFFER_BYTES = 256 * 1024;

/** Creates the file, which must not be there yet. A failure to write never ends the invocation: it comes out of `close`. */
export function createLogFile(path: string): LogFile {
  let failure: Error | undefined;
  const stream = createWriteStream(path, { flags: 'wx', highWaterMark: BUFFER_BYTES });
  const closed = new Promise<void>((resolve) => stream.once('close', resolve));
  stream.on('error', (error) => {
    failure ??= error;
  });
  return {
    write: (bytes) => (failure === undefined ? writeWithBackpressure(stream, bytes) : undefined),
    async close() {
      stream.end();
      await closed;
      return failure;
    },
  };
}
