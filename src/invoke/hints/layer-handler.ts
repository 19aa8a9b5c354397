import { isLayerHandler, layerMountPoint } from '../../lambda/environment/layer-paths.js';
import { isHere } from '../../lambda/function/lambda-function.js';
import type { FindHint } from './failed-invocation.js';

const missing = /^(?:Error: )?Cannot find module '|^cannot load such file -- /;

/** The handler's file is in a layer that is not on this machine, or is missing from the layers that are. */
export const layerHandlerHint: FindHint = async ({ function: fn, errorMessage }) => {
  if (!isLayerHandler(fn.handler) || !missing.test(errorMessage)) return undefined;
  const location = await fn.origin('handler');
  const here = fn.layers.filter(isHere);
  const names = here.map(({ name }) => name).join(', ');
  const where =
    names === ''
      ? 'no layer of it is here'
      : `${here.length === 1 ? 'the layer' : 'none of the layers'} ${names} ${here.length === 1 ? 'does not have it' : 'has it'}`;
  return {
    code: 'handler-file',
    message: `The handler ${fn.handler} of ${fn.key} names a file of a layer, and ${where}.`,
    hint:
      names === ''
        ? 'Give the content of the layer, a folder or a zip file, by `layers` (--layer ARN=PATH), or declare it in the project with its `path`.'
        : `Build the layer before this step, or correct the path: ${layerMountPoint} is the folder that the layer's \`path\` names.`,
    ...(location === undefined ? {} : { location }),
  };
};
