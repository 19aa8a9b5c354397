import { readFileSync } from 'node:fs';
import { displayPath } from '../../diagnostics/display-path.js';
import type { FindHint } from './failed-invocation.js';
import { findHandlerFile, handlerParts } from './handler-source.js';
import { closestName } from './near-file.js';

/** Statements that export a name, found by searching the source text. */
const exportForms: readonly RegExp[] = [
  /\bexports\.([A-Za-z_$][\w$]*)\s*=[^=]/g,
  /\bexport\s+(?:declare\s+)?(?:async\s+)?(?:const|let|var|function\*?|class)\s+([A-Za-z_$][\w$]*)/g,
  /\bObject\.defineProperty\(\s*exports\s*,\s*['"]([\w$]+)['"]/g,
];

/** Lists of names: `module.exports = { a, b: c }`, `export { a, b as c }`. */
const exportLists: readonly RegExp[] = [/\bmodule\.exports\s*=\s*\{([^}]*)\}/g, /\bexport\s*\{([^}]*)\}/g];

/** The handler's file exports other names, but not the handler. */
export const handlerExportHint: FindHint = async ({ function: fn, taskRoot, errorType }) => {
  if (errorType !== 'Runtime.HandlerNotFound') return undefined;
  const parts = handlerParts(fn.handler, fn.runtime);
  const file = findHandlerFile(taskRoot, fn.handler, fn.runtime);
  if (parts === undefined || file === undefined) return undefined;
  const source = readFileSync(file, 'utf8');
  const names = file.endsWith('.py') ? definedNames(source) : exportedNames(source);
  const near = closestName(parts.exported, names);
  const location = await fn.origin('handler');
  const module = fn.handler.slice(0, fn.handler.length - parts.exported.length);
  return {
    code: 'handler-export',
    message: `${displayPath(file)} has no ${parts.exported}${names.length === 0 ? '' : `; it has ${names.slice(0, 10).join(', ')}`}.`,
    hint:
      near === undefined
        ? `A handler ends in the name of the function that the file ${file.endsWith('.py') ? 'defines' : 'exports'}, such as ${module}${names[0] ?? 'handler'}.`
        : `Did you mean ${module}${near}?`,
    ...(location === undefined ? {} : { location }),
  };
};

/** The names that a JavaScript or TypeScript module seems to export, each once. */
export function exportedNames(source: string): string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const names = exportForms.flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name));
  const listed = exportLists.flatMap((form) =>
    [...text.matchAll(form)].flatMap(([, list = '']) =>
      list
        .split(',')
        .map((item) => (/\bas\s+([\w$]+)\s*$/.exec(item) ?? /^\s*(?:async\s+)?([\w$]+)/.exec(item))?.[1] ?? ''),
    ),
  );
  const all = [...names, ...listed, ...(/\bexport\s+default\b/.test(text) ? ['default'] : [])];
  return [...new Set(all.filter((name) => name !== '' && name !== '__esModule'))];
}

/** The functions and names that a Python module defines at its top level. */
export function definedNames(source: string): string[] {
  const names = [...source.matchAll(/^(?:async\s+)?(?:def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=[^=]/gm)];
  return [...new Set(names.map(([, defined, assigned]) => defined ?? assigned ?? ''))].filter((name) => name !== '');
}
