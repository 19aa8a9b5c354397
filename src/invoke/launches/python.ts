import { layersInEnvironment } from '../../lambda/environment/layer-paths.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { findPythons } from '../../lambda/interpreter/python.js';
import { givenInterpreter } from './given-interpreter.js';
import type { FindLaunches } from './launch-input.js';
import { pythonLaunch, virtualPackages } from './python-launch.js';

/** The Pythons that can run a function's handler, each with the packages of the service's virtual environment. */
export const pythonLaunches: FindLaunches = async (
  { function: fn, placed, request, runtimes, coverage, gateway },
  { version },
) => {
  const given = givenInterpreter(request);
  const search = { version, sourceRoot: codeRoot(fn), environment: request.hostEnvironment };
  const candidates = given === undefined ? findPythons(search) : [given];
  const layerRoot = layersInEnvironment(placed);
  const environment = {
    ...(layerRoot === undefined ? {} : { INVOKE_LOCAL_OPT: layerRoot }),
    ...virtualPackages(search),
    ...(coverage === undefined ? {} : { INVOKE_LOCAL_COVERAGE: coverage }),
    ...(gateway === undefined ? {} : { INVOKE_LOCAL_AWS_GATEWAY: `${new URL(gateway.url).host} ${gateway.token}` }),
    ...(request.packageMode === 'enforce' ? await onlyPacked(fn) : {}),
  };
  return candidates.map((candidate) => ({
    ...pythonLaunch(candidate, runtimes),
    ...(coverage === undefined ? {} : { saves: true }),
    ...(Object.keys(environment).length === 0 ? {} : { environment }),
  }));
};

/** Tells the bootstrap which distributions of the machine and of virtual environments the function may have. */
async function onlyPacked(fn: LambdaFunction): Promise<Record<string, string>> {
  const { allowedDistributions } = await import('../parity/allowed-distributions.js');
  const allowed = await allowedDistributions(fn);
  return allowed === undefined ? {} : { INVOKE_LOCAL_DISTRIBUTIONS: allowed.join(',') };
}
