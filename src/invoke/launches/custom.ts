import { findProgram } from './custom-program.js';
import { givenInterpreter } from './given-interpreter.js';
import type { FindLaunches } from './launch-input.js';

/**
 * The function's own program, as it is: it speaks the Runtime API itself. An interpreter that the caller names gets it as its
 * argument.
 */
export const customLaunches: FindLaunches = async (input, { version: runtime }) => {
  const program = await findProgram(input.function, input.placed, runtime);
  const given = givenInterpreter(input.request);
  if (given !== undefined) return [{ command: given.command, args: [program.file] }];
  return [{ command: program.file, args: [], entrypoint: program.entrypoint }];
};
