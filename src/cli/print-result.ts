import { displayLocation } from '../diagnostics/display-path.js';
import type { FailedResult, InvocationResult } from '../invoke/result.js';
import { reportFailure } from '../report/failure-report.js';
import { indentJson } from '../report/indent-json.js';
import { verdictOf } from '../report/verdict.js';
import { type Console, writeAll } from './print.js';

/**
 * Prints the response, or the error object, on standard output: indented where it is JSON, as it came where it is not.
 * Of a failure it says in a line on standard error what came to pass.
 */
export async function printResult(result: InvocationResult, stderr: Console, runtimes: string): Promise<void> {
  const bytes = result.status === 'success' ? result.response : result.error;
  const indented = indentJson(bytes);
  await writeAll(process.stdout, indented === undefined ? bytes : Buffer.concat([indented, Buffer.from('\n')]));
  if (result.status !== 'success') stderr.line(`error: ${await failureLine(result, runtimes)}`);
}

async function failureLine(failure: FailedResult, runtimes: string): Promise<string> {
  const [firstLine = ''] = verdictOf(failure).split('\n');
  const { userPlace, handlerPlace } = await reportFailure(failure, runtimes);
  const place = userPlace ?? handlerPlace;
  return place === undefined ? firstLine : `${firstLine} (${displayLocation(place)})`;
}
