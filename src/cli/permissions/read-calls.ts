import { readFileSync } from 'node:fs';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { type LoggedCall, loggedCall } from '../../permissions/audit/logged-call.js';

/**
 * Reads a file of calls, one as JSON in each line.
 * @param file absolute
 * @throws UserError where it is not there, or a line is no call
 */
export function readCalls(file: string): LoggedCall[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError({
      code: 'calls-missing',
      message: `The calls ${displayPath(file)} can't be read: ${(error as NodeJS.ErrnoException).code}.`,
      hint: 'Name the file of calls that a run wrote.',
    });
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const call = loggedCall(parsed(line));
    if (call !== undefined) return [call];
    throw new UserError({
      code: 'calls-invalid',
      message: `A line of ${displayPath(file)} is no call: it needs \`service\` and \`operation\`.`,
      hint: 'Each line is a call as JSON.',
      location: { file, line: index + 1 },
    });
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
