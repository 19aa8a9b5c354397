import { isLayerHandler, layerMountPoint } from '../../lambda/environment/layer-paths.js';
import type { FindHint } from './failed-invocation.js';

const relativeImport = /^the 'package' argument is required to perform a relative import for '(\.[^']*)'$/;

/** A Python handler begins with a dot or a slash, which Python reads as a relative import. */
export const relativeHandlerHint: FindHint = async ({ function: fn, errorType, errorMessage }) => {
  const imported = relativeImport.exec(errorMessage)?.[1];
  const start = /^[./]+/.exec(fn.handler)?.[0];
  if (errorType !== 'TypeError' || imported === undefined || start === undefined) return undefined;
  const location = await fn.origin('handler');
  return {
    code: 'handler-file',
    message: `The handler ${fn.handler} of ${fn.key} begins with "${start}". Its slashes become dots, and ${imported} is a relative import, which needs a package to start from: it fails in Lambda too.`,
    hint: howToWrite(fn.handler, start),
    ...(location === undefined ? {} : { location }),
  };
};

const ofPackages = new RegExp(`^${layerMountPoint}/python/(?:lib/python[\\d.]+/site-packages/)?`);

function howToWrite(handler: string, start: string): string {
  const packages = ofPackages.exec(handler)?.[0];
  const absolute = handler.slice((packages ?? start).length);
  const write = absolute.includes('.') ? `Write it as ${absolute}` : 'Write the path of its file';
  if (packages !== undefined) return `${write}: ${layerMountPoint}/python is among the folders where Python looks.`;
  if (isLayerHandler(handler)) {
    const name = handler.slice(layerMountPoint.length + 1);
    return `Python finds the modules of layers in ${layerMountPoint}/python, by their names alone: put the file there, and write the handler as ${name}.`;
  }
  const root = "root of the function's code";
  return `${write}: a handler is found from the ${start.includes('..') ? `${root}, and can't lie above it` : root}.`;
}
