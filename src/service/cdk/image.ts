import { resolve } from 'node:path';
import { type DeclaredFunction, metadataOf } from '../cloudformation/functions/declared-function.js';
import { buildArgsOf } from '../container-image/build-args.js';
import type { ContainerImage } from '../container-image/container-image.js';
import { locateNode } from '../document/locate.js';

/**
 * The image asset of a function. Source: AWS CDK, `cx-api`, `ASSET_RESOURCE_METADATA_DOCKERFILE_PATH_KEY` and its siblings.
 */
export function readCdkImage(declared: DeclaredFunction): ContainerImage | undefined {
  const { stack, logicalId } = declared;
  const metadata = metadataOf(declared);
  const path = metadata['aws:asset:path'];
  const args = metadata['aws:asset:docker-build-args'];
  const target = metadata['aws:asset:docker-build-target'];
  const dockerfile = metadata['aws:asset:dockerfile-path'];
  if (typeof path !== 'string') return undefined;
  return {
    context: resolve(stack.folder, path),
    dockerfile: typeof dockerfile === 'string' ? dockerfile : 'Dockerfile',
    buildArgs: buildArgsOf(args),
    ...(typeof target === 'string' ? { target } : {}),
    location: locateNode(stack.nodeAt(['Resources', logicalId]), 'key'),
  };
}
