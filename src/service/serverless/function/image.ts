import { resolve } from 'node:path';
import { buildArgsOf } from '../../container-image/build-args.js';
import type { ContainerImage } from '../../container-image/container-image.js';
import { type ImageFunction, readImage } from '../../container-image/read-image.js';
import { isMapping, kindOf } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import { invalidSetting, type Setting } from '../../document/settings.js';
import type { ServiceFacts } from '../root/service-facts.js';
import type { FunctionBody } from './functions.js';

/**
 * The function that its `image` makes: one of `provider.ecr.images` that a deploy builds from a folder. Source: Serverless Framework
 * documentation, "AWS Lambda functions", referencing a container image as a target.
 * @throws UserError where only a registry has the image, or it can't be read
 */
export async function readServiceImage(
  service: ServiceFacts,
  { key }: FunctionBody,
  setting: Setting,
): Promise<ImageFunction> {
  const { value } = setting;
  const own = isMapping(value) ? value : { name: value };
  const { name, uri, command, entryPoint, workingDirectory } = own;
  const declared = typeof name === 'string' ? await declaredImage(service, name) : undefined;
  if (typeof uri === 'string' || declared === undefined || typeof declared.value === 'string') {
    const shown = [uri, declared?.value, name].find((each) => typeof each === 'string') ?? kindOf(value);
    throw invalidSetting(
      setting,
      `makes the function a container image of a registry, ${String(shown)}, which can't be run here`,
      {
        code: 'function-image',
        hint: 'Name an image of provider.ecr.images with a `path`: its Dockerfile is read.',
      },
    );
  }
  const { path, file, buildArgs } = isMapping(declared.value) ? declared.value : {};
  if (typeof path !== 'string') {
    throw invalidSetting(declared, 'has no path', {
      code: 'image-path-missing',
      hint: "Add the folder of its Dockerfile, from the service's root.",
    });
  }
  const image: ContainerImage = {
    context: resolve(service.root, path),
    dockerfile: typeof file === 'string' ? file : 'Dockerfile',
    buildArgs: buildArgsOf(buildArgs),
    ...(isList(command) ? { command: command.map(String) } : {}),
    ...(isList(entryPoint) ? { entryPoint: entryPoint.map(String) } : {}),
    ...(typeof workingDirectory === 'string' ? { workingDirectory } : {}),
    location: locateNode(declared.node, 'key'),
  };
  return readImage(image, key, service.report);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

async function declaredImage({ resolver }: ServiceFacts, name: string): Promise<Setting | undefined> {
  const path = ['provider', 'ecr', 'images', name];
  const node = await resolver.walk(resolver.root, path);
  if (node === undefined || node.value === null) return undefined;
  return { name: path.join('.'), node, value: await resolver.value(node) };
}
