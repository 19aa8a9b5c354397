import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { excerptAt, positionAt } from './text-position.js';

/** A file that does not parse. */
export interface SyntaxFailure {
  readonly text: string;
  readonly path: string;
  readonly language: 'YAML' | 'JSON';
  readonly reason: string;
  readonly offset: number | undefined;
}

/** The error for a file that does not parse, with the line that is wrong. */
export function syntaxError({ text, path, language, reason, offset }: SyntaxFailure): UserError {
  const start = `${displayPath(path)} is not valid ${language}: ${reason}`;
  if (offset === undefined)
    return new UserError({ code: 'config-syntax', message: `${start}.`, location: { file: path } });
  const position = positionAt(text, Math.min(offset, text.length));
  const where = `line ${position.line}, column ${position.column}`;
  return new UserError({
    code: 'config-syntax',
    message: `${start} (${where}).\n${excerptAt(text, position)}`,
    location: { file: path, ...position },
  });
}
