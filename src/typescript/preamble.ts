import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModuleFormat } from './module-format.js';

/**
 * One line of JavaScript that makes a compiled module, which is in a folder of ours, behave as if it were in its source's
 * place: it requires modules, reads files and knows its folder from there.
 * @param source the source file, absolute
 */
export function preamble(source: string, format: ModuleFormat): string {
  const file = JSON.stringify(source);
  const folder = JSON.stringify(dirname(source));
  const url = JSON.stringify(pathToFileURL(source).href);
  if (format === 'mjs') {
    return `import.meta.url=${url};import.meta.filename=${file};import.meta.dirname=${folder};`;
  }
  return `var require=require("node:module").createRequire(${file}),__filename=${file},__dirname=${folder};`;
}
