import type { AnnotationProperties } from '@actions/core';
import type { Severity } from '../diagnostics/diagnostic.js';
import { traceHeading } from '../report/console/verdict.js';
import type { InvocationReport } from '../report/invocation-report.js';
import { redactReport } from '../report/secrets/redact-report.js';
import { cutText } from '../report/text/cut-middle.js';
import { annotationsOf } from './annotations.js';
import { type Circumstances, type Conclusion, conclusionOf, initNotice } from './conclusion.js';
import { plainLine } from './workflow-commands.js';

/** The parts of `@actions/core` that annotate. */
export type Annotate = Readonly<Record<Severity, (message: string, properties: AnnotationProperties) => void>>;

/** What is needed to end a step. */
export interface StepEnd extends Circumstances {
  /** Loads what annotates, which most steps do not need. */
  readonly loadAnnotate: () => Promise<Annotate>;
  /** Prints lines of the log. */
  readonly write: (lines: string) => void;
  /** The masked values. The runner removes them from its log; annotations must not contain them either. */
  readonly secrets: readonly string[];
  /** Whether the log may have colours. GitHub's page shows them, whatever the runner's terminal is. */
  readonly hasColour: boolean;
}

/** The longest line of a trace that is printed, in UTF-16 units. */
const longestLine = 2_000;

const colours = { good: '\u001b[32m', bad: '\u001b[31m' } as const;
const plain = '\u001b[0m';

/**
 * Ends the step's output: the annotations for our diagnostics, the trace if the function's own log lacks it, and the
 * verdict.
 * @returns the exit code
 */
export async function concludeStep(
  whole: InvocationReport,
  { loadAnnotate, write, secrets, hasColour, ...circumstances }: StepEnd,
): Promise<number> {
  const report = redactReport(whole, secrets);
  const notice = initNotice(report);
  const findings = notice === undefined ? report.diagnostics : [...report.diagnostics, notice];
  for (const { severity, message, properties } of annotationsOf(findings, circumstances.workspace))
    (await loadAnnotate())[severity](message, properties);

  const conclusion = conclusionOf(report, circumstances);
  const { exitCode, message, annotation, trace } = conclusion;
  if (trace !== undefined)
    write([traceHeading, ...trace.map((line) => cutText(line, longestLine))].map(plainLine).join(''));
  if (annotation === undefined) write(verdictLine(conclusion, hasColour));
  else (await loadAnnotate()).error(message, annotation);
  return exitCode;
}

function verdictLine({ message, mood }: Conclusion, hasColour: boolean): string {
  const line = plainLine(message);
  return mood !== undefined && hasColour ? `${colours[mood]}${line.trimEnd()}${plain}\n` : line;
}
