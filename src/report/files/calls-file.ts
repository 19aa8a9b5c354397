import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CallsOf, CallsOutcome } from '../../aws-gateway/run/calls-outcome.js';
import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';

/** A file with the calls to AWS: JSON, one a line. It is made with the first calls. */
export interface CallsFile {
  readonly add: (calls: CallsOutcome, of: CallsOf) => void;
  /** Whether there is such a file. */
  readonly isWritten: () => boolean;
}

/** @param base the folder that the path is relative to. Absolute. */
export function openCallsFile(path: string, base: string, report: ReportDiagnostic): CallsFile {
  const file = resolve(base, path);
  let isWritten = false;
  return {
    isWritten: () => isWritten,
    add(calls, of) {
      try {
        if (!isWritten) {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, '');
        }
        isWritten = true;
        appendFileSync(file, calls.lines(of));
      } catch (error) {
        const message = `The calls to AWS could not be written to their file: ${(error as Error).message}.`;
        report({ severity: 'error', code: 'calls-file-unwritten', message });
      }
    },
  };
}
