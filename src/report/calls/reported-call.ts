import { displayPath } from '../../diagnostics/display-path.js';
import type { ToldCall } from '../../invoke/told-calls.js';

/** A call to AWS in a report: its place is told relative to the report's base. */
export type ReportedCall = Omit<ToldCall, 'location'> & {
  readonly location?: { readonly file: string; readonly line?: number; readonly column?: number };
};

/** A call as a report has it. @param base the folder that places are told relative to. Absolute. */
export function placedCall({ location, ...call }: ToldCall, base: string): ReportedCall {
  if (location === undefined) return call;
  return { ...call, location: { ...location, file: displayPath(location.file, base) } };
}

/** The same with `***` in the place of every secret. @param text takes the secrets out of a text */
export function callWithout<Call extends ToldCall | ReportedCall>(call: Call, text: (text: string) => string): Call {
  const { function: key, operation, resources, error, reason, location } = call;
  return {
    ...call,
    function: text(key),
    operation: text(operation),
    resources: resources.map(text),
    ...(error === undefined ? {} : { error: text(error) }),
    ...(reason === undefined ? {} : { reason: text(reason) }),
    ...(location === undefined ? {} : { location: { ...location, file: text(location.file) } }),
  };
}
