import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayLocation, displayPath } from '../../diagnostics/display-path.js';
import type { FailureReport } from '../failure/failure-report.js';
import type { ReportedOutcome } from '../invocation-report.js';
import { ERROR_TYPES } from '../outcome.js';
import type { Literal } from '../text/literal-text.js';
import { introductionLength } from '../trace/introduction.js';
import type { XmlElement } from './xml.js';

/** The longest type, message and text, in UTF-16 units. */
const longestType = 500;
const longestMessage = 2000;
const longestText = 64 * 1024;

/** A failure in the terms of JUnit. */
interface JunitFailure {
  readonly type: string;
  readonly message: string;
  readonly place?: SourceLocation | undefined;
  /** The text besides type and message. */
  readonly details: readonly string[];
}

/** What a failure element needs besides the outcome. */
export interface FailureContext {
  /** The folder that places are told relative to. Absolute. */
  readonly base: string;
  readonly literal: Literal;
  /** The name of the function, for the frame that says where it failed. */
  readonly name: string;
}

/** The place to show for an outcome; `undefined` if it is no failure, or its place is unknown. */
export function failurePlace(outcome: ReportedOutcome): SourceLocation | undefined {
  return failureOf(outcome)?.place;
}

/**
 * The `<failure>` of an outcome; none if the function succeeded. It is never an `<error>`, whatever failed:
 * dorny/test-reporter counts a case with only an `<error>` as passed (its `jest-junit-parser.ts`).
 */
export function failureElements(outcome: ReportedOutcome, { base, literal, name }: FailureContext): XmlElement[] {
  const failure = failureOf(outcome);
  if (failure === undefined) return [];
  const { type, message, place, details } = failure;
  const introduced = introductionLength(details, type, message);
  const head = introduced > 0 ? details.slice(0, introduced) : [[type, message].filter(Boolean).join(': ') || 'failed'];
  const rest = details.slice(introduced);
  const lines = [...head, ...frameOf(place, rest, { base, name }), ...rest];
  return [
    {
      name: 'failure',
      attributes: {
        message: literal.excerpt(message, longestMessage).text || undefined,
        type: literal.excerpt(type, longestType).text || 'Error',
      },
      // A type that consists of terminal escapes only is empty by now.
      content: literal.excerpt(lines.join('\n'), longestText).text || 'failed',
    },
  ];
}

function failureOf(outcome: ReportedOutcome): JunitFailure | undefined {
  switch (outcome.kind) {
    case 'succeeded':
      return undefined;
    case 'failed':
      return functionFailure(outcome.failure);
    case 'refused':
      return refusal(outcome.diagnostic);
    case 'cancelled':
      return {
        type: ERROR_TYPES.cancelled,
        message: `The invocation was cancelled (${outcome.signal}).`,
        details: [],
      };
    case 'defect': {
      const [message = '', ...details] = outcome.details.split('\n');
      return { type: ERROR_TYPES.defect, message, details };
    }
  }
}

function functionFailure({ errorType, errorMessage, trace, userPlace, handlerPlace }: FailureReport): JunitFailure {
  const details = trace.map(({ text }) => text);
  return { type: errorType, message: errorMessage, place: userPlace ?? handlerPlace, details };
}

function refusal({ message, hint, location }: Diagnostic): JunitFailure {
  return { type: ERROR_TYPES.refused, message, place: location, details: hint === undefined ? [] : [hint] };
}

/** What readers of JUnit reports look for in a text, whatever the language: the place at the end of a frame of Node's. */
const nodePlace = /\(.*:\d+:\d+\)$/;

/** A frame with the place, where the trace's first frame with one has another. */
function frameOf(
  place: SourceLocation | undefined,
  trace: readonly string[],
  { base, name }: Pick<FailureContext, 'base' | 'name'>,
): string[] {
  if (place === undefined) return [];
  if (place.line === undefined) return [`    at ${name} (${displayPath(place.file, base)})`];
  const shown = `(${displayLocation({ ...place, column: place.column ?? 1 }, base)})`;
  return trace.find((line) => nodePlace.test(line))?.endsWith(shown) ? [] : [`    at ${name} ${shown}`];
}
