import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Lambda puts a function's code. */
export const taskMountPoint = '/var/task';

/** Where Lambda puts layers. */
export const layerMountPoint = '/opt';

/** Where Lambda's image has the interpreter, and where it has the runtime with the AWS SDK. */
export const languageMountPoint = '/var/lang';
export const runtimeMountPoint = '/var/runtime';

/** Where a path below `/var/task`, as a function in a room sees it, is on this machine. Code that is there itself stays there. */
export function taskPathHere(path: string, taskRoot: string): string {
  if (isInTaskPlace(taskRoot) || !path.startsWith(`${taskMountPoint}/`)) return path;
  return join(taskRoot, path.slice(taskMountPoint.length));
}

/** Whether code is on this machine where Lambda puts it, as a container may have it, or below that. */
export function isInTaskPlace(taskRoot: string): boolean {
  return taskRoot === taskMountPoint || taskRoot.startsWith(`${taskMountPoint}/`);
}

/** Whether a handler string names a file of a layer. */
export function isLayerHandler(handler: string): boolean {
  return handler.startsWith(`${layerMountPoint}/`);
}

/**
 * The folder by which paths below `/opt` are replaced in the environment: that of the merged layers; none where they are in
 * `/opt` itself, or there are no layers.
 */
export function layersInEnvironment(placed: {
  readonly layerRoot?: string;
  readonly seen?: object;
}): string | undefined {
  return placed.seen === undefined ? placed.layerRoot : undefined;
}

/** Variables that hold lists of paths, whose separator depends on the system. */
const pathLists = ['GEM_PATH', 'LD_LIBRARY_PATH', 'NODE_PATH', 'PATH', 'PYTHONPATH', 'RUBYLIB'];

/**
 * A configured value in which each path below `/opt` is replaced by where the layers are: in `NODE_OPTIONS` each word,
 * elsewhere each part of a list with `:` between them. A path that no layer has stays as it is, since the machine may have
 * an `/opt` of its own.
 * @param layerRoot the folder of the merged layers; `undefined` where there are none
 */
export function inLayers(name: string, value: string, layerRoot: string | undefined): string {
  if (layerRoot === undefined || !value.includes(layerMountPoint)) return value;
  const placed = (path: string): string => {
    if (path !== layerMountPoint && !path.startsWith(`${layerMountPoint}/`)) return path;
    const here = join(layerRoot, path.slice(layerMountPoint.length));
    return existsSync(here) ? here : path;
  };
  if (name === 'NODE_OPTIONS') return value.replaceAll(/(?<=^|[\s='"])\/opt\/[^\s'"]*/g, placed);
  const parts = value.split(':');
  const moved = parts.map(placed);
  if (moved.every((part, index) => part === parts[index])) return value;
  return moved.join(pathLists.includes(name) ? delimiter : ':');
}
