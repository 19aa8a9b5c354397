import type { Writable } from 'node:stream';
import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import type { LogSink } from '../../lambda/platform-log/log-sink.js';
import { createCasePrinter } from '../../report/console/print-case.js';
import { stylesFor } from '../../report/console/styles.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import { createSecretFilter } from '../../report/secrets/secret-filter.js';
import type { CaseTexts, ReportedCase } from '../../report/suite/suite-report.js';
import { createLogFile } from '../log-file.js';
import { createLogGroup } from '../log-group.js';

/** Where the log of a suite goes, and how. */
export interface SuiteLogOptions {
  readonly stdout: Writable;
  /** The path of the log file, which must not exist yet. */
  readonly file: string;
  /** The values that the log must not contain. May grow. */
  readonly secrets: readonly string[];
  readonly hasColour: boolean;
  readonly report: ReportDiagnostic;
}

/**
 * The log of a suite. The step shows a line for each case, and of those that failed what was not met; the file has all that handlers
 * printed too. The runner takes nothing in it as a command.
 */
export interface SuiteLog {
  /** Takes what the project's own code prints when the configuration runs it. */
  readonly project: LogSink;
  /** Prints what came of a case, after those before it. */
  print(reported: ReportedCase): void;
  /** Prints a line of ours, after what came before it. */
  say(line: string): void;
  /** Prints a command of ours to the runner. */
  command(line: string): void;
  /** Waits for what is still to be printed, and ends the log. */
  close(): Promise<void>;
}

/** Opens the log of a suite. */
export function openSuiteLog({ stdout, file, secrets, hasColour, report }: SuiteLogOptions): SuiteLog {
  const group = createLogGroup(stdout, undefined);
  const logFile = createLogFile(file);
  const printer = createCasePrinter({ styles: stylesFor(hasColour), isTerminal: false });
  const filePrinter = createCasePrinter({ styles: stylesFor(false), isTerminal: false });
  const filter = createSecretFilter(secrets);
  let printed: Promise<void> = Promise.resolve();
  /** Whether the project's code has printed a part of a line. */
  let isWithinLine = false;

  const printNow = async (reported: ReportedCase): Promise<void> => {
    // A text that can be read no more is left out: what is known of the case is told all the same.
    const texts: CaseTexts = await reported.texts().catch(() => ({}));
    const read = { ...reported, texts: async () => texts };
    const { text: redact } = createRedactor(secrets);
    const log = texts.log ?? '';
    const whole = redact(log === '' || log.endsWith('\n') ? log : `${log}\n`);
    const gap = isWithinLine ? '\n' : '';
    isWithinLine = false;
    await group.write(lines(gap, await printer.lines(read), redact));
    logFile.write(lines(gap + whole, await filePrinter.lines(read), redact));
  };

  return {
    project: {
      async write(chunk) {
        const bytes = filter.push(chunk);
        if (bytes.length > 0) isWithinLine = bytes.at(-1) !== 0x0a;
        await group.write(bytes);
        logFile.write(bytes);
      },
    },
    print(reported) {
      printed = printed.then(() => printNow(reported));
    },
    say(line) {
      printed = printed.then(async () => {
        const bytes = lines('', [line], createRedactor(secrets).text);
        await group.write(bytes);
        logFile.write(bytes);
      });
    },
    command: group.command,
    async close() {
      try {
        await printed;
        const rest = filter.flush();
        await group.write(rest);
        logFile.write(rest);
      } finally {
        group.close();
      }
      logFile.close(report);
    },
  };
}

function lines(before: string, all: readonly string[], redact: (text: string) => string): Buffer {
  return Buffer.from(before + all.map((line) => `${redact(line)}\n`).join(''));
}
