import { displayLocation } from '../diagnostics/display-path.js';
import type { FailedResult, InvocationResult } from '../invoke/result.js';
import { traceHeading, verdictLines } from '../report/console/verdict.js';
import { indentInPieces } from '../report/indent-json.js';
import { cutText } from '../report/text/cut-middle.js';
import { type Console, writeAll, writeEach } from './print.js';

/** The longest line of a trace that is printed, in UTF-16 units. */
const longestLine = 2_000;

/** What is needed to say how an invocation ended. */
export interface ResultPrinting {
  readonly stderr: Console;
  /** The folder of our bootstraps. Absolute. */
  readonly runtimes: string;
  /** Whether a success gets a line too, as in a terminal. */
  readonly saysSuccess: boolean;
}

/** Prints the response or the error object on standard output: indented if it is JSON, else unchanged. */
export function printResponse(result: InvocationResult): Promise<void> {
  const bytes = result.status === 'success' ? result.response : result.error;
  const indented = indentInPieces(bytes, () => process.stdout.writableLength === 0);
  return indented === undefined ? writeAll(process.stdout, bytes) : writeEach(process.stdout, indented, '\n');
}

/**
 * Prints on standard error how the invocation ended. For a failure, the trace comes first if it tells more than the log; a
 * success gets a line only if that is wanted.
 */
export async function printVerdict(result: InvocationResult, printing: ResultPrinting): Promise<void> {
  if (result.status !== 'success') await printFailure(result, printing);
  else if (printing.saysSuccess) printing.stderr.line(printing.stderr.styles.success(verdict(result)));
}

async function printFailure(failure: FailedResult, { stderr, runtimes }: ResultPrinting): Promise<void> {
  const { reportFailure } = await import('../report/failure/failure-report.js');
  const { userPlace, handlerPlace, trace, traceTellsMore, errorMessage } = await reportFailure(failure, runtimes);
  if (traceTellsMore) {
    stderr.line([traceHeading, ...trace.map(({ text }) => `  ${cutText(text, longestLine)}`)].join('\n'));
  }
  const place = userPlace ?? handlerPlace;
  const where = place === undefined ? '' : ` (${displayLocation(place)})`;
  stderr.line(`${stderr.styles.error('error:')} ${verdict(failure, errorMessage)}${where}`);
}

function verdict(result: InvocationResult, errorMessage?: string): string {
  return verdictLines([result], errorMessage).join('\n');
}
