import { execFile } from 'node:child_process';

/** How long a file may take to be parsed, in ms. */
const parseTimeoutMs = 5_000;

/**
 * What Node.js prints for a syntax error in a file, beginning with its place, which the error of an imported ES module
 * lacks. The file is parsed, but not run.
 * @returns the lines, none where the file has no syntax error
 */
export function syntaxErrorLines(file: string): Promise<string[]> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return new Promise((resolve) => {
    const options = { env, timeout: parseTimeoutMs, windowsHide: true };
    execFile(process.execPath, ['--check', file], options, (error, _stdout, stderr) => {
      const end = stderr.search(/^SyntaxError: .*$/m);
      resolve(error === null || end === -1 ? [] : stderr.slice(0, stderr.indexOf('\n', end)).split('\n'));
    });
  });
}
