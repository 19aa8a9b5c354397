import { UserError } from '../diagnostics/user-error.js';

function malformed(input: string, line: number, what: string): UserError {
  return new UserError({
    code: 'input-malformed',
    message: `Line ${line} of the input \`${input}\` ${what}.`,
    hint: `Write one NAME=VALUE per line. A value of several lines begins with NAME<<END, and ends with END on a line of its own.`,
  });
}

/**
 * Reads an input of `NAME=VALUE` lines. As in the runner's own files, whichever of `=` and `<<` comes first in a line
 * decides; a value is taken literally, to the end of its line. Empty lines are ignored. The last value of a name wins.
 * Messages give the line's number and never quote the line, since it may contain a secret.
 * @param blanksInNames whether a name may have blanks in it
 * @throws UserError if a line has neither, its name is invalid, or its end marker is missing.
 */
export function parseAssignments(
  input: string,
  text: string,
  { blanksInNames = false }: { blanksInNames?: boolean } = {},
): Record<string, string> {
  const lines = text.split(/\r?\n/);
  const assignments: [string, string][] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    const [, name, operator, rest] = /^\s*(.*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === undefined || rest === undefined) throw malformed(input, index + 1, 'has no `=`');
    if (blanksInNames ? name.trim() === '' : !/^[^\s]+$/.test(name))
      throw malformed(input, index + 1, 'has no name, or one with a blank in it, before the `=`');
    if (operator === '=') {
      assignments.push([name, rest]);
      continue;
    }
    const marker = rest.trim();
    const end = marker === '' ? -1 : lines.findIndex((candidate, at) => at > index && candidate.trim() === marker);
    if (end === -1)
      throw malformed(input, index + 1, `opens a value of several lines that no line \`${marker || 'END'}\` ends`);
    assignments.push([name, lines.slice(index + 1, end).join('\n')]);
    index = end;
  }
  return Object.fromEntries(assignments);
}
