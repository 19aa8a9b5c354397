import type { Writable } from 'node:stream';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { LogSink, LogSource } from '../lambda/platform-log/log-sink.js';
import type { LogTail } from '../report/log-tail.js';
import { createSecretFilter, type SecretFilter } from '../report/secrets/secret-filter.js';
import { createLineMerger } from './line-merger.js';
import { createLogFile } from './log-file.js';
import { createLogGroup } from './log-group.js';

/** Where the handler's log goes, and how. */
export interface HandlerLogOptions {
  readonly stdout: Writable;
  /** The path of the log file, which must not exist yet. */
  readonly file: string;
  /** Keeps the end of what is shown. */
  readonly tail: LogTail;
  /** The heading of the group in the step's log. */
  readonly title: string;
  /** The values that the log must not contain. May grow. */
  readonly secrets: readonly string[];
  readonly report: ReportDiagnostic;
}

/** The sink for the log of one step. */
export interface HandlerLog {
  readonly sink: LogSink;
  /** Prints a command of ours to the runner, also while the group is open, in which the runner ignores commands. */
  command(line: string): void;
  /** Passes on what is still held back, and ends the group. It works whatever happened before. */
  close(): Promise<void>;
}

/** Passes what the handler prints, without secrets and in whole lines, to a group of the step's log and to a file. */
export function openHandlerLog({ stdout, file, tail, title, secrets, report }: HandlerLogOptions): HandlerLog {
  const filters = new Map<LogSource, SecretFilter>();
  const merger = createLineMerger();
  const group = createLogGroup(stdout, title);
  const logFile = createLogFile(file);

  const filterOf = (source: LogSource): SecretFilter => {
    const filter = filters.get(source) ?? createSecretFilter(secrets);
    filters.set(source, filter);
    return filter;
  };
  const pass = (pieces: readonly Buffer[]): void | Promise<void> => {
    for (const piece of pieces) tail.push(piece);
    for (const piece of pieces) logFile.write(piece);
    const waits = pieces.map((piece) => group.write(piece)).filter((wait) => wait !== undefined);
    return waits.length === 0 ? undefined : Promise.all(waits).then(() => {});
  };

  /** What the filters hold back. Call it once nothing can follow that would complete a secret. */
  const heldBack = (): Buffer[] => [...filters].flatMap(([source, filter]) => merger.push(filter.flush(), source));

  return {
    sink: {
      write(chunk, source) {
        const before = source === 'platform' ? heldBack() : [];
        return pass([...before, ...merger.push(filterOf(source).push(chunk), source)]);
      },
    },
    command: group.command,
    async close() {
      try {
        await pass([...heldBack(), ...merger.flush()]);
      } finally {
        group.close();
      }
      logFile.close(report);
    },
  };
}
