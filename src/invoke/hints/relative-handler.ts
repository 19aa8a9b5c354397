import { layerMountPoint } from '../../lambda/environment/layer-paths.js';
import type { FindHint } from './failed-invocation.js';

const relativeImport = /^the 'package' argument is required to perform a relative import for '(\.[^']*)'$/;

/** A Python handler begins with a dot or a slash, which Python reads as a relative import. */
export const relativeHandlerHint: FindHint = async ({ function: fn, errorType, errorMessage }) => {
  const imported = relativeImport.exec(errorMessage)?.[1];
  const start = /^[./]+/.exec(fn.handler)?.[0];
  if (errorType !== 'TypeError' || imported === undefined || start === undefined) return undefined;
  const location = await fn.origin('handler');
  const ofLayer = new RegExp(`^${layerMountPoint}/python/(?:lib/python[\\d.]+/site-packages/)?`).exec(fn.handler)?.[0];
  const absolute = fn.handler.slice((ofLayer ?? start).length);
  const write = absolute.includes('.') ? `Write it as ${absolute}` : 'Write the path of its file';
  return {
    code: 'handler-file',
    message: `The handler ${fn.handler} of ${fn.key} begins with "${start}". Its slashes become dots, and ${imported} is a relative import, which needs a package to start from: it fails in Lambda too.`,
    hint:
      ofLayer === undefined
        ? `${write}: a handler is found from the ${start.includes('..') ? "root of the function's code, and can't lie above it" : "root of the function's code"}.`
        : `${write}: ${layerMountPoint}/python is among the folders where Python looks.`,
    ...(location === undefined ? {} : { location }),
  };
};
