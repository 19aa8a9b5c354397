import { isAbsolute, resolve } from 'node:path';
import { UserError } from '../../diagnostics/user-error.js';
import { executable, findOnPath } from '../../host/search-path.js';
import type { Candidate } from '../../lambda/interpreter/candidate.js';
import type { LaunchInput } from './launch-input.js';

/**
 * The interpreter that the caller named: a path, or a name to look up on `PATH`. `undefined` if none was named.
 * @throws UserError if it does not exist
 */
export function givenInterpreter(request: LaunchInput['request']): Candidate | undefined {
  const { interpreter } = request;
  if (interpreter === undefined) return undefined;
  const isPath = isAbsolute(interpreter) || /[/\\]/.test(interpreter);
  const command = isPath
    ? executable(resolve(request.workingDirectory, interpreter))
    : findOnPath(interpreter, request.hostEnvironment['PATH']);
  if (command !== undefined) return { command };
  throw new UserError({
    code: 'interpreter-not-found',
    message: isPath
      ? `The interpreter ${interpreter} is not an executable file.`
      : `The interpreter ${interpreter} was not found on PATH.`,
    hint: 'Give the path of an interpreter, or leave it out to have one found by the runtime of the function.',
  });
}
