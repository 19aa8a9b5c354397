import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { executable } from '../host/search-path.js';
import { layerMountPoint, taskPathHere } from '../lambda/environment/layer-paths.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { PlacedFunction } from '../lambda/placement/place-function.js';
import type { Launch } from '../lambda/sandbox/process/launch.js';

const variable = 'AWS_LAMBDA_EXEC_WRAPPER';

/**
 * Starts a runtime through the script that `AWS_LAMBDA_EXEC_WRAPPER` names, which gets the command and its arguments.
 * Source: Lambda developer guide, "Modifying the runtime environment", wrapper scripts.
 * @returns `notice` if the runtime is started without the script, because the script is missing here or Lambda does not use
 * it for this runtime
 */
export async function wrapLaunches(
  launches: readonly [Launch, ...Launch[]],
  fn: LambdaFunction,
  environment: Readonly<Record<string, string>>,
  placed: Pick<PlacedFunction, 'taskRoot' | 'layerRoot' | 'seen'>,
): Promise<{ readonly launches: readonly [Launch, ...Launch[]]; readonly notice?: Diagnostic }> {
  const named = environment[variable];
  if (named === undefined || named === '') return { launches };
  if (launches[0].entrypoint !== undefined) return { launches, notice: await ignored(fn) };
  const here = placed.seen === undefined ? named : placeOf(named, placed);
  if (executable(here) !== undefined) {
    const wrap = ({ inheritsConnection: _, ...launch }: Launch): Launch => ({
      ...launch,
      command: named,
      args: [launch.command, ...launch.args],
    });
    const [first, ...others] = launches;
    return { launches: [wrap(first), ...others.map(wrap)] };
  }
  const location = await fn.origin(`environment.${variable}`);
  const isThere = existsSync(here);
  return {
    launches,
    notice: {
      severity: 'warning',
      code: 'exec-wrapper-missing',
      message: `${fn.key} has the wrapper script ${fn.environment[variable] ?? named} (${variable}), which is ${isThere ? 'not executable' : 'not here'}: the function runs without it.`,
      hint: isThere
        ? 'Set its mode, such as by `git update-index --chmod=+x`: Lambda would not start the function.'
        : 'A script of a layer is here only where the layer is one of the service, with a `path`.',
      ...(location === undefined ? {} : { location }),
    },
  };
}

/** Where a path of Lambda is on this machine. */
function placeOf(path: string, { taskRoot, layerRoot }: Pick<PlacedFunction, 'taskRoot' | 'layerRoot'>): string {
  const isOfLayers = layerRoot !== undefined && path.startsWith(`${layerMountPoint}/`);
  return isOfLayers ? join(layerRoot, path.slice(layerMountPoint.length)) : taskPathHere(path, taskRoot);
}

async function ignored(fn: LambdaFunction): Promise<Diagnostic> {
  const location = await fn.origin(`environment.${variable}`);
  return {
    severity: 'warning',
    code: 'exec-wrapper-ignored',
    message: `${fn.key} has a wrapper script (${variable}), which Lambda does not use for ${fn.runtime}: the function runs without it.`,
    hint: 'Start it from the bootstrap itself.',
    ...(location === undefined ? {} : { location }),
  };
}
