/** What a script's first line says. */
export interface Shebang {
  /** The line without its line ending. */
  readonly line: string;
  /** The first word: a path. */
  readonly program: string;
  /** The program that runs the script: that path, or the name that `env` looks for. */
  readonly interpreter: string;
  readonly onPath: boolean;
}

/**
 * Reads the `#!` line of a file.
 * @param head the file's first bytes; Linux reads at most 256 of the line (`BINPRM_BUF_SIZE`)
 * @returns `undefined` where it has none
 */
export function shebangIn(head: Buffer): Shebang | undefined {
  const [line = ''] = head.toString('utf8').split(/\r?\n/, 1);
  if (!line.startsWith('#!')) return undefined;
  const [program = '', ...rest] = line.slice(2).trim().split(/\s+/);
  if (program === '') return undefined;
  const argument = rest.find((word) => !word.startsWith('-') && !word.includes('='));
  const onPath = /(?:^|\/)env$/.test(program) && argument !== undefined;
  return { line, program, interpreter: onPath ? argument : program, onPath };
}
