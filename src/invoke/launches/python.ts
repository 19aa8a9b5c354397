import { join } from 'node:path';
import { findPythons } from '../../lambda/interpreter/python.js';
import { givenInterpreter } from './given-interpreter.js';
import type { FindLaunches } from './launch-input.js';

/** The Pythons that can run a function's handler. */
export const pythonLaunches: FindLaunches = ({ function: fn, placed, request, runtimes }, { version }) => {
  const given = givenInterpreter(request);
  const search = { version, sourceRoot: fn.sourceRoot, environment: request.hostEnvironment };
  const candidates = given === undefined ? findPythons(search) : [given];
  return candidates.map(({ command }) => ({
    command,
    args: [join(runtimes, 'python', 'bootstrap.py')],
    ...(placed.layerRoot === undefined ? {} : { environment: { INVOKE_LOCAL_OPT: placed.layerRoot } }),
  }));
};
