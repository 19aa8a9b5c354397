import { displayPath } from '../diagnostics/display-path.js';
import type { InvocationResult } from '../invoke/result.js';
import { indentJson } from '../report/indent-json.js';
import { firstUserFrame } from '../report/user-frame.js';
import { type Console, writeAll } from './print.js';

/**
 * Prints the response, or the error object, on standard output: indented where it is JSON, as it came where it is not.
 * Of a failure it says in a line on standard error what came to pass.
 */
export async function printResult(result: InvocationResult, stderr: Console, runtimes: string): Promise<void> {
  const bytes = result.status === 'success' ? result.response : result.error;
  const indented = indentJson(bytes);
  await writeAll(process.stdout, indented === undefined ? bytes : Buffer.concat([indented, Buffer.from('\n')]));
  if (result.status !== 'success') stderr.line(`error: ${verdict(result, runtimes)}`);
}

const verbs = { error: 'failed', timeout: 'timed out', crash: 'crashed' } as const;

function verdict(result: Exclude<InvocationResult, { status: 'success' }>, runtimes: string): string {
  const { function: fn, status, errorType, errorMessage, trace } = result;
  const frame = firstUserFrame(trace, { runtimes });
  const place = frame === undefined ? '' : ` (${displayPath(frame.file)}:${frame.line})`;
  const [firstLine = ''] = errorMessage.split('\n');
  return `${fn.key} ${verbs[status]}: ${[errorType, firstLine].filter((part) => part !== '').join(': ')}${place}`;
}
