import { dirname, join } from 'node:path';
import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { NativeBuild } from '../lambda/function/native-build.js';
import { buildCommand } from '../native/build-command.js';
import { findNativeProject } from '../native/find-project.js';

/**
 * Refuses a function whose program has not been built yet: it is missing, but its sources are here. Without sources, the
 * invocation fails with Lambda's own error.
 * @param name the program's name in the package
 * @throws UserError with the command that builds it
 */
export async function refuseUnbuilt(fn: LambdaFunction, name: string, build: NativeBuild | undefined): Promise<void> {
  const { key, handler, sourceRoot: root } = fn;
  if (build !== undefined) {
    throw await unbuilt(
      fn,
      `${displayPath(build.programs[0])}, which ${build.tool} builds, is not there`,
      build.command,
    );
  }
  const project = findNativeProject([join(root, dirname(handler)), join(root, handler), root]);
  if (project === undefined) return;
  const command = buildCommand({
    project,
    root,
    function: { key, handler },
    architecture: fn.architecture,
    output: name,
  });
  throw await unbuilt(fn, `${displayPath(join(root, name))} is not there`, command);
}

async function unbuilt(fn: LambdaFunction, what: string, command: string): Promise<UserError> {
  const folder = displayPath(fn.sourceRoot);
  return new UserError({
    code: 'program-not-built',
    message: `${fn.key} (${fn.runtime}) is not built: ${what}.`,
    hint: `Build it in a step before${folder === '.' ? '' : `, in ${folder}`}: ${command}`,
    location: await fn.origin('handler'),
  });
}
