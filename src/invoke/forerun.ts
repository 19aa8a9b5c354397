import { nodePath, posixVariables } from '../lambda/environment/lambda-variables.js';
import { layerMountPoint } from '../lambda/environment/layer-paths.js';
import { passedOn } from '../lambda/environment/passed-on.js';
import { findNodes } from '../lambda/interpreter/node.js';
import { Forerunner } from '../lambda/sandbox/process/forerunner.js';
import { guessFunction } from './guess-function.js';
import { nodeLaunch } from './launches/node-launch.js';

/** What of a request decides how a runtime is started, in the cases that can be guessed. */
export interface ForerunRequest {
  /** The function, as it was named. */
  readonly function: string;
  /** The service's folder. Absolute. */
  readonly workingDirectory: string;
  readonly hostEnvironment: Readonly<Record<string, string | undefined>>;
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
}

/**
 * Starts the runtime of a function before its configuration is read, on a guess: that the function is as the text of
 * its configuration looks at a glance, without layers. A wrong guess costs a process that does nothing.
 * @returns `undefined` where nothing can be guessed, or nothing would be gained
 */
export function forerun(request: ForerunRequest): Forerunner | undefined {
  const { workingDirectory, hostEnvironment: host, runtimes } = request;
  // Node.js then reads the proxies while it starts, which the function may set.
  if (process.platform === 'win32' || host['NODE_USE_ENV_PROXY'] !== undefined) return undefined;
  const guess = guessFunction(workingDirectory, request.function);
  if (guess === undefined) return undefined;
  const { version: declared, memorySizeMiB, codeFolder } = guess;
  const [best] = findNodes({ version: declared, sourceRoot: codeFolder, environment: host });
  if (best === undefined) return undefined;
  const places = { taskRoot: codeFolder, layerRoot: layerMountPoint };
  const environment = {
    ...passedOn(host, true),
    ...posixVariables({ ...places, path: host['PATH'], libraryPath: host['LD_LIBRARY_PATH'] }),
    LANG: 'en_US.UTF-8',
    NODE_PATH: nodePath(declared, places),
  };
  const launch = nodeLaunch(best, { declared, memorySizeMiB, runtimes });
  return Forerunner.start(launch, { workingDirectory: codeFolder, environment });
}
