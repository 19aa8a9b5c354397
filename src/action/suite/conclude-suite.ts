import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { closingLines } from '../../report/console/closing-lines.js';
import { comparisonLines } from '../../report/console/comparison-lines.js';
import { stylesFor } from '../../report/console/styles.js';
import type { ReportedProblem } from '../../report/suite/suite-report.js';
import { cutText } from '../../report/text/cut-middle.js';
import { type Annotation, annotationsOf, LONGEST_ANNOTATION, MOST_OF_A_TYPE } from '../annotations.js';
import { exitCodeOf } from '../cancellation.js';
import type { Annotate } from '../conclude-step.js';
import { plainLine } from '../workflow-commands.js';
import { caseAnnotations } from './suite-annotations.js';
import type { SuiteOutcome } from './suite-outcome.js';
import { suiteMessage } from './suite-outputs.js';

/** What is needed to end the step of a suite. */
export interface SuiteEnd {
  readonly annotate: Annotate;
  /** Prints lines of the log. */
  readonly write: (lines: string) => void;
  /** Our own messages, without secrets. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the step fails when a case fails. */
  readonly failOnError: boolean;
  /** How many calls to AWS would be denied in Lambda, where these fail the step; else 0. */
  readonly failingDenials: number;
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
  readonly hasColour: boolean;
}

/**
 * Ends the step's output: what is said of the whole, and the annotations: of our diagnostics, of the failed cases, and of the
 * verdict, within the runner's limits.
 * @returns the exit code
 */
export function concludeSuite(outcome: SuiteOutcome, end: SuiteEnd): number {
  const { annotate, write, failOnError, workspace, hasColour } = end;
  const { report } = outcome;
  const problems = outcome.kind === 'ran' ? report.problems.map((problem) => asDiagnostic(problem, workspace)) : [];
  const own = annotationsOf([...end.diagnostics, ...problems], workspace);
  const severity = failOnError ? 'error' : 'warning';
  // One error is left for the verdict.
  const taken = own.filter((each) => each.severity === severity).length + (failOnError ? 1 : 0);
  const cases = caseAnnotations(report, { severity, most: MOST_OF_A_TYPE - taken, workspace });
  const verdict = verdictAnnotation(outcome, end);
  for (const { severity: as, message, properties } of [...own, ...cases]) annotate[as](message, properties);
  if (outcome.kind === 'planned') write(outcome.plan.lines.map(plainLine).join(''));
  if (outcome.kind === 'ran') {
    const lines = [...comparisonLines(report), ...closingLines(report)];
    const styles = stylesFor(hasColour);
    const style = report.verdict === 'passed' ? styles.success : styles.error;
    write(lines.slice(0, -1).map(plainLine).join(''));
    write(`${style(plainLine(lines.at(-1) ?? '').trimEnd())}\n`);
  }
  if (verdict !== undefined) annotate.error(verdict.message, verdict.properties);
  if (outcome.kind === 'cancelled') {
    write(plainLine(`Cancelled by ${outcome.signal}: the handlers were stopped.`));
    return exitCodeOf(outcome.signal);
  }
  if (verdict !== undefined) return 1;
  return own.some((each) => each.severity === 'error') ? 1 : 0;
}

/** The last annotation of a step that fails. */
function verdictAnnotation(
  outcome: SuiteOutcome,
  { failOnError, failingDenials, workspace }: SuiteEnd,
): Annotation | undefined {
  const { kind, report } = outcome;
  switch (kind) {
    case 'cancelled':
    case 'planned':
      return undefined;
    case 'refused': {
      const [first] = annotationsOf(
        report.problems.map((problem) => asDiagnostic(problem, workspace)),
        workspace,
      );
      return first && { ...first, properties: { title: 'Nothing was run', ...first.properties } };
    }
    case 'defect':
      return errorOf(
        'A defect of invoke-local',
        `${outcome.details}\nThis is a defect of invoke-local. Please report it with this text.`,
      );
    case 'ran':
      if (report.verdict === 'failed' && failOnError) return errorOf('The suite failed', suiteMessage(report));
      return failingDenials === 0 ? undefined : errorOf('Calls are denied', deniedMessage(failingDenials));
  }
}

function deniedMessage(count: number): string {
  const calls = count === 1 ? '1 call to AWS' : `${count.toLocaleString('en')} calls to AWS`;
  return `${calls} would be denied in Lambda. \`fail-on-denied: false\` lets the step pass.`;
}

function errorOf(title: string, message: string): Annotation {
  return { severity: 'error', message: cutText(message, LONGEST_ANNOTATION), properties: { title } };
}

function asDiagnostic({ code, message, hint, location }: ReportedProblem, workspace: string): Diagnostic {
  return {
    severity: 'error',
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location: { ...location, file: resolve(workspace, location.file) } }),
  };
}
