import { findOnPath } from '../src/host/search-path.js';

/** The interpreter that a scenario needs and that a machine for development may not have. */
const interpreters: Readonly<Record<string, string>> = { python: 'python3', ruby: 'ruby' };

/** The name of the interpreter that a scenario needs, where it is not there. */
export function missingInterpreter(scenario: string): string | undefined {
  const program = interpreters[scenario];
  return program === undefined || findOnPath(program, process.env['PATH']) !== undefined ? undefined : program;
}
