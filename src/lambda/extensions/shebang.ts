import { closeSync, openSync, readSync } from 'node:fs';

/** Linux reads no more of a script's first line (`BINPRM_BUF_SIZE`). */
const maxLineBytes = 256;

/** What a script's first line says. */
export interface Shebang {
  readonly line: string;
  /** The program that runs the script: a path, or the name that `env` looks for. */
  readonly interpreter: string;
  readonly onPath: boolean;
}

/** The `#!` line of a file, `undefined` where it has none or can't be read. */
export function shebangOf(path: string): Shebang | undefined {
  const [line = ''] = firstBytes(path).split('\n', 1);
  if (!line.startsWith('#!')) return undefined;
  const [program = '', ...rest] = line.slice(2).trim().split(/\s+/);
  const argument = rest.find((word) => !word.startsWith('-') && !word.includes('='));
  if (/(?:^|\/)env$/.test(program) && argument !== undefined) return { line, interpreter: argument, onPath: true };
  return { line, interpreter: program, onPath: false };
}

function firstBytes(path: string): string {
  try {
    const descriptor = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(maxLineBytes);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, maxLineBytes, 0)).toString('utf8');
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return '';
  }
}
