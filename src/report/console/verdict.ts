import type { FailedResult, InvocationResult } from '../../invoke/result.js';
import { cutText } from '../text/cut-middle.js';

/** The longest line, in UTF-16 units: the message of a handler's error may be megabytes. */
const longestLine = 4_000;

/** The heading of a trace that the log does not have. */
export const traceHeading = 'The error, in your sources:';

const failureVerbs = { error: 'failed', timeout: 'timed out', crash: 'crashed' } as const;

/**
 * How an invocation ended, the last thing that both the action and the command print: `hello failed: TypeError: …`. It has
 * as many lines as the error's message.
 * @param errorMessage a message to print instead of the runtime's own
 */
export function verdictOf(result: InvocationResult, errorMessage?: string): string {
  const { key } = result.function;
  if (result.status !== 'success') {
    return `${key} ${failureVerbs[result.status]}: ${failureText(result, errorMessage)}`;
  }
  return `${key} succeeded in ${milliseconds(result)} (${resources(result)})`;
}

/**
 * The verdicts of one or several invocations, a line each. Those of several have their names, verbs and durations in
 * columns.
 * @param errorMessage for a single invocation, a message to print instead of the runtime's own
 */
export function verdictLines(results: readonly InvocationResult[], errorMessage?: string): string[] {
  const rows = results.map((result) => ({
    name: result.function.key,
    verb: result.status === 'success' ? 'succeeded' : failureVerbs[result.status],
    duration: milliseconds(result),
    rest: result.status === 'success' ? `(${resources(result)})` : firstLine(failureText(result)),
  }));
  if (rows.length === 1) return results.map((result) => firstLine(verdictOf(result, errorMessage)));
  const width = (column: 'name' | 'verb' | 'duration'): number => Math.max(...rows.map((row) => row[column].length));
  const [names, verbs, durations] = [width('name'), width('verb'), width('duration')];
  return rows.map(({ name, verb, duration, rest }) =>
    [name.padEnd(names), verb.padEnd(verbs), duration.padStart(durations), rest].join('  ').trimEnd(),
  );
}

function failureText({ errorType, errorMessage }: FailedResult, said = errorMessage): string {
  return [errorType, said].filter(Boolean).join(': ');
}

function milliseconds({ durationMs }: InvocationResult): string {
  return `${durationMs.toFixed(2)} ms`;
}

function resources({ initDurationMs, maxMemoryUsedMiB, memorySizeMiB }: InvocationResult): string {
  const init = initDurationMs === undefined ? '' : `init ${initDurationMs.toFixed(0)} ms, `;
  return `${init}${maxMemoryUsedMiB} MB of ${memorySizeMiB} MB`;
}

function firstLine(text: string): string {
  return cutText(text.split('\n', 1)[0] ?? '', longestLine).replaceAll('\n', ' ');
}
