import { displayLocation } from '../diagnostics/display-path.js';
import type { FailedResult, InvocationResult } from '../invoke/result.js';
import { verdictLines } from '../report/console/verdict.js';
import { reportFailure } from '../report/failure/failure-report.js';
import { indentJson } from '../report/indent-json.js';
import { cutText } from '../report/text/cut-middle.js';
import { type Console, writeAll } from './print.js';

/** The longest line of a trace that is printed, in UTF-16 units. */
const longestLine = 2_000;

/** What printing a result needs. */
export interface ResultPrinting {
  readonly stderr: Console;
  /** The folder of our bootstraps. Absolute. */
  readonly runtimes: string;
  /** Whether a success has a line too, as a person who looks on wants it. */
  readonly saysSuccess: boolean;
}

/**
 * Prints the response, or the error object, on standard output: indented where it is JSON, as it came where it is not.
 * Of a failure it says in a line on standard error what came to pass, and its trace where that tells more than the log.
 */
export async function printResult(result: InvocationResult, printing: ResultPrinting): Promise<void> {
  const bytes = result.status === 'success' ? result.response : result.error;
  const indented = indentJson(bytes);
  await writeAll(process.stdout, indented === undefined ? bytes : Buffer.concat([indented, Buffer.from('\n')]));
  if (result.status !== 'success') await printFailure(result, printing);
  else if (printing.saysSuccess) printing.stderr.line(printing.stderr.styles.success(verdict(result)));
}

async function printFailure(failure: FailedResult, { stderr, runtimes }: ResultPrinting): Promise<void> {
  const { userPlace, handlerPlace, trace, traceTellsMore, errorMessage } = await reportFailure(failure, runtimes);
  const place = userPlace ?? handlerPlace;
  const where = place === undefined ? '' : ` (${displayLocation(place)})`;
  stderr.line(`${stderr.styles.error('error:')} ${verdict(failure, errorMessage)}${where}`);
  if (traceTellsMore) stderr.line(trace.map(({ text }) => `  ${cutText(text, longestLine)}`).join('\n'));
}

function verdict(result: InvocationResult, errorMessage?: string): string {
  return verdictLines([result], errorMessage).join('\n');
}
