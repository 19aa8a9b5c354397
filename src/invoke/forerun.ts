import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath, posixVariables } from '../lambda/environment/lambda-variables.js';
import { layerMountPoint } from '../lambda/environment/layer-paths.js';
import { passedOn } from '../lambda/environment/passed-on.js';
import { findNodes } from '../lambda/interpreter/node.js';
import { Forerunner } from '../lambda/sandbox/process/forerunner.js';
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

/** Larger configurations are not looked at, in characters: reading them is what takes long. */
const maxCharacters = 256 * 1024;

/**
 * Starts the runtime of a function before its configuration is read, on a guess: that the function is as the text of
 * `serverless.yml` looks at a glance, its code in that folder, without layers. A wrong guess costs a process that does nothing.
 * @returns `undefined` where nothing can be guessed, or nothing would be gained
 */
export function forerun(request: ForerunRequest): Forerunner | undefined {
  const { workingDirectory, hostEnvironment: host, runtimes } = request;
  // Node.js then reads the proxies while it starts, which the function may set.
  if (process.platform === 'win32' || host['NODE_USE_ENV_PROXY'] !== undefined) return undefined;
  const guess = guessed(workingDirectory, request.function);
  if (guess === undefined) return undefined;
  const { version: declared, memorySizeMiB } = guess;
  const [best] = findNodes({ version: declared, sourceRoot: workingDirectory, environment: host });
  if (best === undefined) return undefined;
  const places = { taskRoot: workingDirectory, layerRoot: layerMountPoint };
  const environment = {
    ...passedOn(host, true),
    ...posixVariables({ ...places, path: host['PATH'], libraryPath: host['LD_LIBRARY_PATH'] }),
    LANG: 'en_US.UTF-8',
    NODE_PATH: nodePath(declared, places),
  };
  const launch = nodeLaunch(best, { declared, memorySizeMiB, runtimes });
  return Forerunner.start(launch, { workingDirectory, environment });
}

/** The version of Node.js and the memory that a function seems to have; `undefined` if it seems to be none of Node.js. */
function guessed(folder: string, name: string): { version: string; memorySizeMiB: number } | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, 'serverless.yml'), 'utf8');
  } catch {
    return undefined;
  }
  if (text.length > maxCharacters) return undefined;
  const provider = blockOf(text, 'provider');
  const own = blockOf(text, name);
  const find = (pattern: RegExp): string | undefined => (pattern.exec(own) ?? pattern.exec(provider))?.[1];
  const version = /^nodejs(\d+)\.x$/.exec(find(/^\s+runtime:\s*["']?([\w.]+)/m) ?? '')?.[1];
  if (version === undefined) return undefined;
  return { version, memorySizeMiB: Number(find(/^\s+memorySize:\s*["']?(\d+)/m) ?? 1024) };
}

/** The lines below a key of a YAML text that are indented more than it; empty if it is not there. */
function blockOf(text: string, key: string): string {
  const quoted = key.replaceAll(/[^\w-]/g, '\\$&');
  const [, indent, block = ''] =
    new RegExp(`^([ ]*)${quoted}:[^\\n]*\\n((?:\\1 [^\\n]*\\n|[ ]*\\n)*)`, 'm').exec(`${text}\n`) ?? [];
  return indent === undefined ? '' : block;
}
