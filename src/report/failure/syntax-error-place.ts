import { execFile } from 'node:child_process';

/** How long a file may take to be parsed, in ms. */
const parseTimeoutMs = 5_000;

/**
 * What Node.js prints of a syntax error in a file, its place first: the error of an ES module that is imported does not say it.
 * The file is parsed, and not run.
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
