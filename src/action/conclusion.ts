import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnnotationProperties } from '@actions/core';
import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import { displayLocation } from '../diagnostics/display-path.js';
import { verdictLines, verdictOf } from '../report/console/verdict.js';
import type { InvocationReport, ReportedOutcome } from '../report/invocation-report.js';
import { cutText } from '../report/text/cut-middle.js';
import { diagnosticText, LONGEST_ANNOTATION, locationProperties } from './annotations.js';
import { exitCodeOf } from './cancellation.js';

/** How the step ends: its last message, and the exit code. */
export interface Conclusion {
  readonly exitCode: number;
  readonly message: string;
  /** Where and how the message is annotated; if absent, the message is a plain line of the log. */
  readonly annotation?: AnnotationProperties;
  /** What the message is about, if it is a plain line. */
  readonly mood?: 'good' | 'bad';
  /** The lines of a trace that the function's own log lacks. */
  readonly trace?: readonly string[];
}

/** What else decides how the step ends. */
export interface Circumstances {
  /** Whether the step fails when the function fails. */
  readonly failOnError: boolean;
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
}

/** How many frames of the user's own code an annotation shows, and how long each may be. */
const mostFrames = 5;
const longestFrame = 400;

/** The longest title of an annotation: a handler may give its error any name. */
const longestTitle = 200;

type Failed = Extract<ReportedOutcome, { kind: 'failed' }>;

/** The step's failure for a function that failed, shown at the best place in the user's files. */
function functionFailure({ result, failure }: Failed, workspace: string): Conclusion {
  const { userPlace, handlerPlace, trace } = failure;
  const place = userPlace ?? handlerPlace;
  const frames = trace
    .filter(({ kind }) => kind === 'user')
    .map(({ text }) => `\n    ${cutText(withinWorkspace(text.trim(), workspace), longestFrame)}`);
  const end = frames.length > 0 ? frames.slice(0, mostFrames).join('') : placeLine(place, workspace);
  const message = cutText(verdictOf(result, failure.errorMessage), LONGEST_ANNOTATION - end.length);
  return annotated(failure.errorType, message + end, locationProperties(place, workspace));
}

/** A frame with its path relative to the workspace, if it is below it. */
function withinWorkspace(frame: string, workspace: string): string {
  return frame.replaceAll(`${pathToFileURL(workspace).href}/`, '').replaceAll(workspace + sep, '');
}

function placeLine(place: SourceLocation | undefined, workspace: string): string {
  return place === undefined ? '' : `\n    at ${displayLocation(place, workspace)}`;
}

function annotated(title: string, message: string, place: AnnotationProperties = {}): Conclusion {
  const line = cutText(title, longestTitle).replaceAll(/\s+/g, ' ').trim();
  return { exitCode: 1, message: cutText(message, LONGEST_ANNOTATION), annotation: { title: line, ...place } };
}

/**
 * The notice at the configuration's line of a handler that could not be initialised, if the failure itself is shown in the
 * code.
 */
export function initNotice({ outcome }: InvocationReport): Diagnostic | undefined {
  if (outcome.kind !== 'failed') return undefined;
  const { userPlace, handlerPlace, errorType, errorMessage } = outcome.failure;
  if (userPlace === undefined || handlerPlace === undefined) return undefined;
  const { handler } = outcome.result.function;
  const what = [errorType, errorMessage.split('\n', 1)[0]].filter(Boolean).join(': ');
  return {
    severity: 'notice',
    code: 'handler-not-initialised',
    message: `The handler ${handler} could not be initialised: ${what}`,
    location: handlerPlace,
  };
}

/**
 * The last message and the exit code for an outcome. Only this decides whether the step fails: because of the outcome, or of
 * an error among the diagnostics.
 */
export function conclusionOf(report: InvocationReport, { failOnError, workspace }: Circumstances): Conclusion {
  const { outcome, diagnostics } = report;
  const exitCode = diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  switch (outcome.kind) {
    case 'succeeded':
      return { exitCode, message: verdictLines([outcome.result]).join('\n'), mood: 'good' };
    case 'failed': {
      const { traceTellsMore, trace } = outcome.failure;
      const told = traceTellsMore ? { trace: trace.map(({ text }) => text) } : {};
      if (failOnError) return { ...functionFailure(outcome, workspace), ...told };
      const message = verdictLines([outcome.result], outcome.failure.errorMessage).join('\n');
      return { exitCode, message, mood: 'bad', ...told };
    }
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
