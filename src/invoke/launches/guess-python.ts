import { delimiter } from 'node:path';
import type { InterpreterSearch } from '../../lambda/interpreter/candidate.js';
import { findPythons } from '../../lambda/interpreter/python.js';
import type { Launch } from '../../lambda/sandbox/process/launch.js';
import { pythonLaunch, virtualPackages } from './python-launch.js';

/** The ways to start the runtime of a function in Python, as far as they can be guessed, best first; none where it could not wait. */
export function guessPython(search: InterpreterSearch, runtimes: string): Launch[] {
  // It waits in what it finds by a list of paths.
  if (runtimes.includes(delimiter)) return [];
  const environment = virtualPackages(search);
  return findPythons(search).map((python) => ({ ...pythonLaunch(python, runtimes), environment }));
}
