import { createWriteStream } from 'node:fs';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import { writeWithBackpressure } from '../report/console/write-with-backpressure.js';

/** A file that the log is written to as it comes. */
export interface LogFile {
  /** Appends bytes. If it returns a promise, wait for it before the next call. */
  write(bytes: Buffer): void | Promise<void>;
  /** Closes the file, and reports the first failure to write it, if there was one. */
  close(report: ReportDiagnostic): Promise<void>;
}

/** How much may wait to be written, in bytes. */
const BUFFER_BYTES = 256 * 1024;

/** Creates the file, which must not exist yet. A failure to write never ends the invocation; `close` reports it. */
export function createLogFile(path: string): LogFile {
  let failure: Error | undefined;
  const stream = createWriteStream(path, { flags: 'wx', highWaterMark: BUFFER_BYTES });
  const closed = new Promise<void>((resolve) => stream.once('close', resolve));
  stream.on('error', (error) => {
    failure ??= error;
  });
  return {
    write: (bytes) => (failure === undefined ? writeWithBackpressure(stream, bytes) : undefined),
    async close(report) {
      stream.end();
      await closed;
      if (failure === undefined) return;
      const message = `The log file is incomplete: ${failure.message}`;
      report({ severity: 'warning', code: 'log-file-incomplete', message });
    },
  };
}
