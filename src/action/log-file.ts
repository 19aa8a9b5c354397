import { closeSync, openSync, writeSync } from 'node:fs';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';

/** A file that the log is written to as it comes. */
export interface LogFile {
  /** Appends bytes. */
  write(bytes: Buffer): void;
  /** Closes the file, and reports the first failure to write it, if there was one. */
  close(report: ReportDiagnostic): void;
}

/**
 * Creates the file, which must not exist yet. A failure to write never ends the invocation; `close` reports it. It is written at once: the
 * code of streams of files takes longer to load than the log of most functions to write.
 */
export function createLogFile(path: string): LogFile {
  let failure: Error | undefined;
  let descriptor: number | undefined;
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      failure ??= error as Error;
    }
  };
  attempt(() => {
    descriptor = openSync(path, 'wx');
  });
  return {
    write(bytes) {
      const file = descriptor;
      if (file === undefined || failure !== undefined) return;
      attempt(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      });
    },
    close(report) {
      const file = descriptor;
      descriptor = undefined;
      if (file !== undefined) attempt(() => closeSync(file));
      if (failure === undefined) return;
      const message = `The log file is incomplete: ${failure.message}`;
      report({ severity: 'warning', code: 'log-file-incomplete', message });
    },
  };
}
