import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { layerMountPoint, taskMountPoint } from '../../lambda/environment/layer-paths.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { PlacedFunction } from '../../lambda/placement/place-function.js';

/** The program of a custom runtime. */
export interface Program {
  /** Absolute. It need not exist; starting it then fails as in Lambda. */
  readonly file: string;
  /** Its path in Lambda, such as `/var/task/bootstrap`. */
  readonly entrypoint: string;
}

/**
 * Finds the program that Lambda starts for a custom runtime: `bootstrap` in the code, else in the layers, even if it is not
 * executable (developer guide, "Building a custom runtime"); for `go1.x` the file that the handler names. A program that a
 * plugin of the project builds for the deploy comes before these.
 * @throws UserError if the program still has to be built from sources that are here
 */
export async function findProgram(
  fn: LambdaFunction,
  { taskRoot, layerRoot }: Pick<PlacedFunction, 'taskRoot' | 'layerRoot'>,
  runtime: string,
): Promise<Program> {
  const isNamed = runtime === 'go1.x';
  const name = isNamed ? fn.handler : 'bootstrap';
  const own = { file: join(taskRoot, name), entrypoint: posix.join(taskMountPoint, name) };
  const build = fn.code.kind === 'folder' ? await fn.nativeBuild?.() : undefined;
  const places: Program[] = [...(build?.programs ?? []).map((file) => ({ ...own, file })), own];
  if (layerRoot !== undefined && !isNamed) {
    places.push({ file: join(layerRoot, name), entrypoint: posix.join(layerMountPoint, name) });
  }
  const found = places.find(({ file }) => isFile(file));
  if (found !== undefined) return found;
  if (fn.code.kind === 'folder') {
    const { refuseUnbuilt } = await import('../unbuilt-program.js');
    await refuseUnbuilt(fn, name, build);
  }
  return own;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
