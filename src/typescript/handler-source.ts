import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildTool } from '../lambda/function/build-settings.js';

/** The order in which tools look for a handler's source. It matters if there are several. */
const searchOrders: Readonly<Record<BuildTool, readonly string[]>> = {
  'build.esbuild': ['.js', '.ts', '.cjs', '.mjs', '.cts', '.mts', '.jsx', '.tsx'],
  'sam build': ['.ts', '.js', '.tsx', '.jsx', '.mts', '.cts', '.mjs', '.cjs'],
  'serverless-esbuild': ['.ts', '.js', '.jsx', '.tsx', '.mts', '.cts', '.mjs', '.cjs'],
  'serverless-plugin-typescript': ['.ts', '.tsx', '.mts', '.cts'],
  'serverless-webpack': ['.js', '.ts', '.jsx', '.tsx', '.mjs', '.cjs', '.mts', '.cts'],
  'serverless-bundle': ['.js', '.ts', '.jsx', '.tsx', '.mjs', '.cjs', '.mts', '.cts'],
};

const uncompiled = ['.ts', '.mts', '.cts', '.tsx', '.jsx'];

/**
 * The source from which a handler has to be compiled. Unless a tool compiles every handler, a file that Lambda can load
 * itself wins, which Lambda looks for in this order: the module's path itself, `.js`, `.mjs`, `.cjs`.
 * @param root the folder that the handler string is relative to, absolute
 * @returns its absolute path; `undefined` if nothing has to be compiled
 */
export function handlerSource(root: string, handler: string, tool: BuildTool | undefined): string | undefined {
  const module = modulePath(root, handler);
  if (module === undefined) return undefined;
  const found = (extensions: readonly string[]): string | undefined =>
    extensions.map((extension) => module + extension).find(isFile);
  if (tool !== undefined) return found(searchOrders[tool]);
  if (isFile(module) || ['.js', '.mjs', '.cjs'].some((extension) => existsSync(module + extension))) return undefined;
  return found(uncompiled);
}

/**
 * The path of a handler's module without its extension, as Lambda splits it. A malformed handler is left for the bootstrap
 * to report.
 */
function modulePath(root: string, handler: string): string | undefined {
  const name = basename(handler);
  const dot = name.indexOf('.');
  if (dot <= 0 || handler.includes('..')) return undefined;
  return join(root, handler.slice(0, handler.lastIndexOf(name)), name.slice(0, dot));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
