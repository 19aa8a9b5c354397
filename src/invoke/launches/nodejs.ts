import { codeRoot } from '../../lambda/function/code-root.js';
import { findNodes } from '../../lambda/interpreter/node.js';
import { givenInterpreter } from './given-interpreter.js';
import type { FindLaunches } from './launch-input.js';
import { layerHandlerVariable } from './layer-handler.js';
import { nodeLaunch } from './node-launch.js';

/** The Nodes that can run a function's handler, each with the flags that its version needs. */
export const nodejsLaunches: FindLaunches = (input, { version: declared }) => {
  const { function: fn, request, environment, runtimes, compiled, coverage, gateway } = input;
  const given = givenInterpreter(request);
  const search = { version: declared, sourceRoot: codeRoot(fn), environment: request.hostEnvironment };
  const candidates = given === undefined ? findNodes(search) : [given];
  const ours = {
    ...layerHandlerVariable(input),
    ...(compiled === undefined ? {} : { INVOKE_LOCAL_COMPILED_HANDLER: compiled.file }),
    ...(coverage === undefined ? {} : { INVOKE_LOCAL_COVERAGE: coverage }),
    ...(gateway === undefined ? {} : { INVOKE_LOCAL_AWS_GATEWAY: JSON.stringify(gateway) }),
  };
  return candidates.map((candidate) => ({
    ...nodeLaunch(candidate, {
      declared,
      memorySizeMiB: fn.memorySizeMiB,
      nodeOptions: environment['NODE_OPTIONS'],
      requiresEsModules: compiled?.requiresEsModules ?? false,
      runtimes,
    }),
    ...(coverage === undefined ? {} : { saves: true }),
    ...(Object.keys(ours).length === 0 ? {} : { environment: ours }),
  }));
};
