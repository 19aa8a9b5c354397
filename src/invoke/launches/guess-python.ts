import type { InterpreterSearch } from '../../lambda/interpreter/candidate.js';
import { findPythons } from '../../lambda/interpreter/python.js';
import type { Launch } from '../../lambda/sandbox/process/launch.js';
import { pythonLaunch, virtualPackages } from './python-launch.js';

/** The ways to start the runtime of a function in Python, as far as they can be guessed, best first. */
export function guessPython(search: InterpreterSearch, runtimes: string): Launch[] {
  const environment = virtualPackages(search);
  return findPythons(search).map((python) => ({ ...pythonLaunch(python, runtimes), environment }));
}
