import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { createRedactor, type Redactor } from '../secrets/redactor.js';
import type { ReportedPlace, ReportedProblem } from './suite-report.js';

/** How the values of a report are written. */
export interface ReportContext {
  readonly redactor: Redactor;
  /** A text without secrets. */
  readonly text: (text: string) => string;
  /** The same of a path, which is told relative to the report's base. */
  readonly fileText: (file: string) => string;
}

/**
 * @param base the folder that places are told relative to. Absolute.
 * @param secrets the values that must not stand in a report
 */
export function reportContext(base: string, secrets: readonly string[]): ReportContext {
  const redactor = createRedactor(secrets);
  const files = new Map<string, string>();
  return {
    redactor,
    text: redactor.text,
    fileText(file) {
      const known = files.get(file);
      if (known !== undefined) return known;
      const written = redactor.text(displayPath(file, base));
      files.set(file, written);
      return written;
    },
  };
}

/** A place as a report has it. */
export function reportedPlace({ file, line, column }: SourceLocation, { fileText }: ReportContext): ReportedPlace {
  return {
    file: fileText(file),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** A message of ours as a report has it. */
export function reportedProblem(
  { code, message, hint, location }: Diagnostic,
  context: ReportContext,
): ReportedProblem {
  const { text } = context;
  return {
    code,
    message: text(message),
    ...(hint === undefined ? {} : { hint: text(hint) }),
    ...(location === undefined ? {} : { location: reportedPlace(location, context) }),
  };
}

/** Rounds to two decimals, like the REPORT line. */
export function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
