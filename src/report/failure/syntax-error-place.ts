import { runProgram } from '../../process/run-program.js';

/** How long a file may take to be parsed, in ms. */
const parseTimeoutMs = 5_000;

/**
 * What Node.js prints for a syntax error in a file, beginning with its place, which the error of an imported ES module
 * lacks. The file is parsed, but not run.
 * @returns the lines, none where the file has no syntax error
 */
export async function syntaxErrorLines(file: string): Promise<string[]> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const check = { command: process.execPath, args: ['--check', file], options: { env }, limitMs: parseTimeoutMs };
  const parsed = await runProgram(check);
  const stderr = parsed.kind === 'exit' && parsed.code !== 0 ? parsed.stderr : '';
  const end = stderr.search(/^SyntaxError: .*$/m);
  return end === -1 ? [] : stderr.slice(0, stderr.indexOf('\n', end)).split('\n');
}
