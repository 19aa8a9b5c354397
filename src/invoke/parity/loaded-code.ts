import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { realPath } from '../../diagnostics/real-path.js';
import { isBelow } from '../../host/path-below.js';
import {
  languageMountPoint,
  layerMountPoint,
  runtimeMountPoint,
  taskPathHere,
} from '../../lambda/environment/layer-paths.js';
import { imageFolders } from '../../lambda/image/image-folders.js';
import type { ImportedModule, LoadedModules } from '../../lambda/runtime-api/loaded-modules.js';
import type { ComparedParts } from './compared-parts.js';

/** Translates what a function has loaded into files of this machine, without those that are not its package's to hold. */
export interface LoadedCodeReader {
  /** Files, without links; each once for the life of the reader. */
  files(loaded: LoadedModules): string[];
  /** Imports, with the places of files on this machine. */
  imports(loaded: LoadedModules): ImportedModule[];
  /** Whether a file, without links, is one that the package has to hold. */
  concerns(file: string): boolean;
}

export function loadedCodeReader({ function: fn, placed, compiled, request, hooks }: ComparedParts): LoadedCodeReader {
  const { taskRoot, layerRoot, temporary, seen } = placed;
  const real = rememberedFolders();
  const isPackageTemporary = fn.code.kind !== 'folder';
  const layers = fn.layers.flatMap(({ code }) => (code.kind === 'folder' ? [code.folder] : []));
  const ours = [
    hooks.installation.runtimes,
    ...imageFolders(request.hostEnvironment),
    ...layers,
    ...(layerRoot === undefined ? [] : [layerRoot]),
    ...(temporary === undefined || isPackageTemporary ? [] : [temporary]),
    ...(compiled === undefined ? [] : [dirname(compiled.file)]),
  ].map(realPath);
  // What a function writes to its own `/tmp` is not of its package, nor is what it writes to that which systems give it instead.
  const given = ['TMPDIR', 'TMP', 'TEMP'].flatMap((name) => request.hostEnvironment[name] || []);
  const scratch = ['/tmp', '/private/tmp', ...given.map(realPath)].filter(
    (folder) => !isBelow(realPath(fn.sourceRoot), folder),
  );
  const elsewhere = [...ours, ...(isPackageTemporary ? [] : scratch)];
  const concerns = (file: string): boolean => !elsewhere.some((folder) => isBelow(file, folder));
  const told = new Set<string>();
  const here = (path: string): string => (seen === undefined ? path : taskPathHere(path, taskRoot));
  const isOfLayer = (path: string): boolean =>
    layerRoot !== undefined &&
    path.startsWith(`${layerMountPoint}/`) &&
    existsSync(join(layerRoot, path.slice(layerMountPoint.length)));
  // A function in a room has packages of the image where Lambda has them. Links of such packages that lead into the project are resolved.
  const isOfImage = (path: string): boolean =>
    seen !== undefined &&
    [languageMountPoint, runtimeMountPoint].some((mountPoint) => path.startsWith(`${mountPoint}/`));
  const hereUrl = (url: string): string => {
    if (!url.startsWith('file:')) return url;
    try {
      return pathToFileURL(here(fileURLToPath(url))).href;
    } catch {
      return url;
    }
  };
  return {
    files: ({ files }) =>
      files.flatMap((file) => {
        if (told.has(file) || !isAbsolute(file)) return [];
        told.add(file);
        if (isOfLayer(file) || isOfImage(file)) return [];
        const path = real(here(file));
        return concerns(path) ? [path] : [];
      }),
    imports: ({ imports }) =>
      imports.map(({ from, specifier }) => ({ from: hereUrl(from), specifier: hereUrl(specifier) })),
    concerns,
  };
}

/** Resolves the links of a file's folder, which many files share. */
function rememberedFolders(): (file: string) => string {
  const known = new Map<string, string>();
  return (file) => {
    const folder = dirname(file);
    const found = known.get(folder) ?? realPath(folder);
    known.set(folder, found);
    return join(found, basename(file));
  };
}
