import type { AnnotationProperties } from '@actions/core';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { displayLocation } from '../diagnostics/display-path.js';
import type { InvocationResult } from '../invoke/result.js';
import { firstUserFrame } from '../report/user-frame.js';
import { verdictOf } from '../report/verdict.js';
import { diagnosticText, LONGEST_ANNOTATION, locationProperties } from './annotations.js';
import { exitCodeOf } from './cancellation.js';
import { cutText } from './cut-text.js';
import type { Outcome } from './outcome.js';

/** How the step ends: what is said last, and the exit code. */
export interface Conclusion {
  readonly exitCode: number;
  readonly message: string;
  /** Where and how the message is annotated; without it, it is a plain line of the log. */
  readonly annotation?: AnnotationProperties;
}

/** What else a conclusion is drawn from. */
export interface Circumstances {
  readonly findings: readonly Diagnostic[];
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
  /** The folder of our bootstraps, whose frames are not the user's. Absolute. */
  readonly runtimes: string;
}

type Failure = Exclude<InvocationResult, { status: 'success' }>;

/** The failure of the step for a function that failed, at the first frame of the user's own code. */
function functionFailure(failure: Failure, { workspace, runtimes }: Circumstances): Conclusion {
  const frame = firstUserFrame(failure.trace, { runtimes });
  if (frame === undefined) return annotated(failure.errorType, verdictOf(failure));
  const place = `\n    at ${displayLocation(frame, workspace)}`;
  const message = cutText(verdictOf(failure), LONGEST_ANNOTATION - place.length);
  return annotated(failure.errorType, message + place, locationProperties(frame, workspace));
}

function annotated(title: string, message: string, place: AnnotationProperties = {}): Conclusion {
  return { exitCode: 1, message: cutText(message, LONGEST_ANNOTATION), annotation: { title, ...place } };
}

/**
 * What to say of an outcome and how to end. This alone decides whether the step fails: for its outcome, or for an
 * error among the findings.
 */
export function conclusionOf(outcome: Outcome, circumstances: Circumstances): Conclusion {
  const { findings, workspace } = circumstances;
  switch (outcome.kind) {
    case 'invoked': {
      const { result, failOnError } = outcome;
      const exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0;
      if (result.status === 'success') return { exitCode, message: verdictOf(result) };
      return failOnError ? functionFailure(result, circumstances) : { exitCode, message: verdictOf(result) };
    }
    case 'refused': {
      const { diagnostic } = outcome.error;
      const place = locationProperties(diagnostic.location, workspace);
      return annotated('Nothing was invoked', diagnosticText(diagnostic, workspace), place);
    }
    case 'cancelled':
      return {
        exitCode: exitCodeOf(outcome.signal),
        message: `Cancelled by ${outcome.signal}: the handler was stopped.`,
      };
    case 'defect': {
      const { error } = outcome;
      const stack = error instanceof Error ? error.stack : undefined;
      return annotated(
        'A defect of invoke-local',
        `${stack ?? error}\nThis is a defect of invoke-local. Please report it with this text.`,
      );
    }
  }
}
