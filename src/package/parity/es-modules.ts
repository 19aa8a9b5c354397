import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realPath } from '../../diagnostics/real-path.js';
import type { ImportedModule } from '../../lambda/runtime-api/loaded-modules.js';
import { installedAt } from '../dependency-folders.js';
import { regularText } from '../regular-text.js';
import { nodePackageOf } from './node-package.js';

/** The declarations of imports, and what looks like one. */
const declarations = /\b(?:from|import)\s*(['"])([^'"\n]+)\1/g;

/** How many files are followed. */
const maxFiles = 5_000;

/**
 * The files that ES modules of the project have loaded: those that were imported while it ran, and what these import by
 * declarations. Of an installed package, which is not looked into, its `package.json` stands for it.
 * @param imports with the places of files on this machine
 * @param isProvided whether Lambda's image or a layer has a package
 */
export async function esModules(
  imports: readonly ImportedModule[],
  isProvided: (name: string) => boolean,
): Promise<string[]> {
  const begins = imports.flatMap(({ from, specifier }) => {
    const importer = pathOf(from);
    const found = importer === undefined ? undefined : locate(specifier, importer, isProvided);
    return found === undefined ? [] : [found];
  });
  const likely = follow(begins, looksLike, isProvided);
  // What only looks like an import, in a comment or a text, must not count. To know that takes a parser.
  if (!likely.some(isInPackage)) return likely;
  const { importDeclarations } = await import('./import-declarations.js');
  return follow(begins, importDeclarations, isProvided);
}

function isInPackage(file: string): boolean {
  return nodePackageOf(file) !== undefined;
}

/** The files that some lead to. */
function follow(
  begins: readonly string[],
  importsOf: (source: string) => readonly string[],
  isProvided: (name: string) => boolean,
): string[] {
  const found = new Set(begins);
  for (const file of found) {
    if (found.size > maxFiles) break;
    if (isInPackage(file) || !/\.m?js$/.test(file)) continue;
    for (const specifier of importsOf(regularText(file))) {
      const target = locate(specifier, file, isProvided);
      if (target !== undefined) found.add(target);
    }
  }
  return [...found];
}

function looksLike(source: string): string[] {
  return Array.from(source.matchAll(declarations), ([, , specifier = '']) => specifier);
}

/** The file that a specifier names; of a package its `package.json`. `undefined` where it is none of the project's. */
function locate(specifier: string, importer: string, isProvided: (name: string) => boolean): string | undefined {
  if (specifier.startsWith('file:')) return existing(pathOf(specifier));
  if (/^\.{0,2}\//.test(specifier)) return existing(resolve(dirname(importer), specifier.replace(/[?#].*$/, '')));
  const [name] = /^(?:@[^/]+\/)?[^/#:]+(?=\/|$)/.exec(specifier) ?? [];
  if (name === undefined || isBuiltin(specifier) || isProvided(name)) return undefined;
  const folder = installedAt(dirname(importer), name);
  return folder === undefined ? undefined : join(realPath(folder), 'package.json');
}

function existing(path: string | undefined): string | undefined {
  return path !== undefined && existsSync(path) ? realPath(path) : undefined;
}

function pathOf(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}
