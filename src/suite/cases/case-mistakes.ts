import { UserError } from '../../diagnostics/user-error.js';
import type { CasePath } from '../case-path.js';
import type { CaseDocument } from './document/case-document.js';

/** A mistake in a case file. */
export interface CaseMistake {
  readonly path: CasePath;
  /** What is wrong, in one sentence without its full stop. */
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Takes a mistake. */
export type OnMistake = (mistake: CaseMistake) => void;

/** How many mistakes of a file are reported at most. */
const mostMistakes = 20;

/** The error for a file's mistakes: the first one with its source line, each of the others on one line. */
export function mistakesError(document: CaseDocument, mistakes: readonly [CaseMistake, ...CaseMistake[]]): UserError {
  const [first, ...others] = inOrder(document, mistakes);
  const { path, message, hint } = first ?? mistakes[0];
  const location = document.locate(path);
  const { line, column } = document.position(path);
  const place = location === undefined ? ` (line ${line}, column ${column})` : '';
  return new UserError({
    code: 'case-invalid',
    message: `${document.name}: ${message}${place}.${document.excerpt(path)}${othersText(document, others)}`,
    hint,
    location,
  });
}

function othersText(document: CaseDocument, mistakes: readonly CaseMistake[]): string {
  if (mistakes.length === 0) return '';
  const lines = mistakes.slice(0, mostMistakes).map(({ path, message, hint }) => {
    const { line, column } = document.position(path);
    return `  ${line}:${column} ${message}.${hint === undefined ? '' : ` ${hint}`}`;
  });
  const rest = mistakes.length > mostMistakes ? [`  … and ${mistakes.length - mostMistakes} more`] : [];
  return [
    `\nThere ${mistakes.length === 1 ? 'is another mistake' : `are ${mistakes.length} more`} in it:`,
    ...lines,
    ...rest,
  ].join('\n');
}

/** In the order of the file. */
function inOrder(document: CaseDocument, mistakes: readonly CaseMistake[]): CaseMistake[] {
  const placed = mistakes.map((mistake) => ({ mistake, ...document.position(mistake.path) }));
  placed.sort((one, other) => one.line - other.line || one.column - other.column);
  return placed.map(({ mistake }) => mistake);
}
