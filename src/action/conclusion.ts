import type { AnnotationProperties } from '@actions/core';
import type { SourceLocation } from '../diagnostics/diagnostic.js';
import { displayLocation } from '../diagnostics/display-path.js';
import type { InvocationReport, ReportedOutcome } from '../report/invocation-report.js';
import { verdictOf } from '../report/verdict.js';
import { diagnosticText, LONGEST_ANNOTATION, locationProperties } from './annotations.js';
import { exitCodeOf } from './cancellation.js';
import { cutText } from './cut-text.js';

/** How the step ends: what is said last, and the exit code. */
export interface Conclusion {
  readonly exitCode: number;
  readonly message: string;
  /** Where and how the message is annotated; without it, it is a plain line of the log. */
  readonly annotation?: AnnotationProperties;
}

/** What else a conclusion is drawn from. */
export interface Circumstances {
  /** Whether the step fails when the function fails. */
  readonly failOnError: boolean;
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
}

/** How many frames of the user's own code an annotation has. */
const mostFrames = 5;

type Failed = Extract<ReportedOutcome, { kind: 'failed' }>;

/** The failure of the step for a function that failed, at the place of the user's that it is best shown at. */
function functionFailure({ result, failure }: Failed, workspace: string): Conclusion {
  const { userPlace, handlerPlace, trace } = failure;
  const place = userPlace ?? handlerPlace;
  const frames = trace.filter(({ kind }) => kind === 'user').map(({ text }) => `\n    ${text.trim()}`);
  const end = frames.length > 0 ? frames.slice(0, mostFrames).join('') : placeLine(place, workspace);
  const message = cutText(verdictOf(result), LONGEST_ANNOTATION - end.length);
  return annotated(failure.errorType, message + end, locationProperties(place, workspace));
}

function placeLine(place: SourceLocation | undefined, workspace: string): string {
  return place === undefined ? '' : `\n    at ${displayLocation(place, workspace)}`;
}

function annotated(title: string, message: string, place: AnnotationProperties = {}): Conclusion {
  return { exitCode: 1, message: cutText(message, LONGEST_ANNOTATION), annotation: { title, ...place } };
}

/**
 * What to say of an outcome and how to end. This alone decides whether the step fails: for its outcome, or for an
 * error among the diagnostics.
 */
export function conclusionOf(report: InvocationReport, { failOnError, workspace }: Circumstances): Conclusion {
  const { outcome, diagnostics } = report;
  const exitCode = diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  switch (outcome.kind) {
    case 'succeeded':
      return { exitCode, message: verdictOf(outcome.result) };
    case 'failed':
      return failOnError ? functionFailure(outcome, workspace) : { exitCode, message: verdictOf(outcome.result) };
    case 'refused': {
      const { diagnostic } = outcome;
      const place = locationProperties(diagnostic.location, workspace);
      return annotated('Nothing was invoked', diagnosticText(diagnostic, workspace), place);
    }
    case 'cancelled':
      return {
        exitCode: exitCodeOf(outcome.signal),
        message: `Cancelled by ${outcome.signal}: the handler was stopped.`,
      };
    case 'defect':
      return annotated(
        'A defect of invoke-local',
        `${outcome.details}\nThis is a defect of invoke-local. Please report it with this text.`,
      );
  }
}
