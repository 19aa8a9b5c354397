import { findProgram } from './custom-program.js';
import { givenInterpreter } from './given-interpreter.js';
import type { FindLaunches } from './launch-input.js';

/**
 * Starts the function's own program, which speaks the Runtime API itself. If the caller names an interpreter, that is
 * started with the program as its argument.
 */
export const customLaunches: FindLaunches = async (input, { version: runtime }) => {
  const program = await findProgram(input.function, input.placed, runtime);
  const given = givenInterpreter(input.request);
  if (given !== undefined) return [{ command: given.command, args: [program.file] }];
  return [{ command: program.file, args: [], entrypoint: program.entrypoint }];
};
