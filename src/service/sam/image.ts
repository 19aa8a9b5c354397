import { resolve } from 'node:path';
import { type DeclaredFunction, metadataOf } from '../cloudformation/functions/declared-function.js';
import { buildArgsOf } from '../container-image/build-args.js';
import type { ContainerImage } from '../container-image/container-image.js';
import { locateNode } from '../document/locate.js';

/**
 * The image that a function's metadata describes. Source: AWS SAM developer guide, "Building container images", `Dockerfile`,
 * `DockerContext`, `DockerBuildArgs`, `DockerBuildTarget`.
 */
export function readSamImage(declared: DeclaredFunction): ContainerImage | undefined {
  const { stack, logicalId } = declared;
  const {
    Dockerfile: dockerfile,
    DockerContext: context,
    DockerBuildArgs: args,
    DockerBuildTarget: target,
  } = metadataOf(declared);
  if (typeof dockerfile !== 'string' && typeof context !== 'string') return undefined;
  return {
    context: resolve(stack.folder, typeof context === 'string' ? context : '.'),
    dockerfile: typeof dockerfile === 'string' ? dockerfile : 'Dockerfile',
    buildArgs: buildArgsOf(args),
    ...(typeof target === 'string' ? { target } : {}),
    location: locateNode(stack.nodeAt(['Resources', logicalId, 'Metadata']), 'key'),
  };
}
