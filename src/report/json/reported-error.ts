import { isUtf8 } from 'node:buffer';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { token, walkJson } from '../../json/walk.js';
import type { ReportedOutcome } from '../invocation-report.js';
import { ERROR_TYPES } from '../outcome.js';
import { cutMiddle } from '../text/cut-middle.js';
import type { ReadTraceLine } from '../trace/read-trace.js';
import { payloadOf } from './payload.js';
import type { ReportedError, ReportedLocation, ReportedTraceLine } from './report-document.js';

/** The longest type, message, and line of a trace, in UTF-16 units. `raw` has the whole, up to a bound of its own. */
const longestType = 2_000;
const longestMessage = 64 * 1024;
const longestLine = 8_000;

/** A place for a JSON report: relative to `base` if it is below that. */
export function reportedLocation({ file, line, column }: SourceLocation, base: string): ReportedLocation {
  return {
    file: displayPath(file, base),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** The failure for a JSON report; `undefined` if the function succeeded. */
export function reportedError(outcome: ReportedOutcome, base: string): ReportedError | undefined {
  switch (outcome.kind) {
    case 'succeeded':
      return undefined;
    case 'failed':
      return functionError(outcome, base);
    case 'refused': {
      const { message, location } = outcome.diagnostic;
      return { type: ERROR_TYPES.refused, message, ...located(location, base), trace: [] };
    }
    case 'cancelled': {
      const { signal } = outcome;
      const message = `The invocation was cancelled (${signal}).`;
      return { type: ERROR_TYPES.cancelled, message, trace: [], signal };
    }
    case 'defect': {
      const [message = '', ...trace] = outcome.details.split('\n');
      return { type: ERROR_TYPES.defect, message, trace: trace.map((text) => ({ text, kind: 'foreign' })) };
    }
  }
}

function functionError({ result, failure }: Extract<ReportedOutcome, { kind: 'failed' }>, base: string): ReportedError {
  const { errorType, errorMessage, userPlace, handlerPlace, trace } = failure;
  const object = objectIn(result.error);
  return {
    type: cutMiddle(errorType, longestType).text,
    message: cutMiddle(errorMessage, longestMessage).text,
    ...located(userPlace ?? handlerPlace, base),
    trace: trace.flatMap((line) => traceLine(line, base)),
    initFailed: result.initFailed,
    ...(object === undefined ? {} : { object }),
    raw: payloadOf(result.error),
  };
}

function located(place: SourceLocation | undefined, base: string): Pick<ReportedError, 'location'> {
  return place === undefined ? {} : { location: reportedLocation(place, base) };
}

function traceLine({ text, kind, place }: ReadTraceLine, base: string): ReportedTraceLine[] {
  return kind === 'bootstrap' ? [] : [{ text: cutMiddle(text, longestLine).text, kind, ...located(place, base) }];
}

/** A larger error is given as text only. In bytes. */
const largestObject = 256 * 1024;
/** An error that is nested deeper is given as text only: its indented form would be far larger. */
const deepestObject = 32;

/** An error's JSON object; `undefined` if it is not an object, or is too large or too deep. */
function objectIn(error: Buffer): Readonly<Record<string, unknown>> | undefined {
  if (error.length > largestObject || !isUtf8(error) || depthOf(error) > deepestObject) return undefined;
  const value: unknown = JSON.parse(error.toString());
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** How deep a JSON text is nested; infinity if it is not JSON. */
function depthOf(json: Buffer): number {
  let depth = 0;
  let deepest = 0;
  const invalidAt = walkJson(json, (kind) => {
    if (kind === token.open) depth += 1;
    else if (kind === token.close) depth -= 1;
    deepest = Math.max(deepest, depth);
  });
  return invalidAt === -1 ? deepest : Number.POSITIVE_INFINITY;
}
