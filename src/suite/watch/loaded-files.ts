import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { codeRoot } from '../../lambda/function/code-root.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';

/** The files of a project that a function loads, by real paths; `unknown` if its imports do not tell. */
export type LoadedFiles = ReadonlySet<string> | 'unknown';

const sourceExtensions = ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'];

/** `import x from 'y'`, `export * from 'y'`, `import 'y'`, `import('y')` and `require('y')`. */
const imports = /\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n]+)\1/g;
/** An import of what only running it tells. */
const computedImport = /\b(?:import|require)\s*\(\s*(?!['"`][^'"`$\n]*['"`]\s*[,)])/;
/** A text that may be the path of a file beside the module. */
const relativePath = /(['"`])(\.{1,2}\/[^'"`\n$]*)\1/g;

/**
 * Finds the files that a Node.js function loads, by the imports that its sources name. If an import is computed, or leads to a
 * module of the project by an alias or a workspace, the answer is `unknown` rather than too little. Packages are left out.
 */
export function loadedFiles(fn: Pick<LambdaFunction, 'handler' | 'runtime' | 'code' | 'sourceRoot'>): LoadedFiles {
  if (!fn.runtime.startsWith('nodejs') || fn.code.kind !== 'folder') return 'unknown';
  const entry = entryOf(fn.handler, codeRoot(fn));
  if (entry === undefined) return 'unknown';
  const files = new Set([realpathSync(entry)]);
  for (const file of files) {
    if (!sourceExtensions.some((extension) => file.endsWith(extension))) continue;
    const text = readFileSync(file, 'utf8');
    if (computedImport.test(text)) return 'unknown';
    for (const [, , specifier = ''] of text.matchAll(imports)) {
      if (!isRelative(specifier) && !isPackage(specifier, dirname(file))) return 'unknown';
    }
    for (const [, , path = ''] of text.matchAll(relativePath)) {
      const found = fileAt(resolve(dirname(file), path));
      if (found !== undefined) files.add(realpathSync(found));
    }
  }
  return files;
}

/** The module of a handler: its path ends at the first dot of its last segment. */
function entryOf(handler: string, root: string): string | undefined {
  const name = basename(handler);
  const module = join(root, dirname(handler), name.slice(0, name.indexOf('.') === -1 ? undefined : name.indexOf('.')));
  return fileAt(module);
}

/** The file that a path without an extension, or with that of what is compiled from it, stands for. */
function fileAt(path: string): string | undefined {
  const withoutExtension = path.replace(/\.[mc]?js$/, '');
  const candidates = [
    path,
    ...sourceExtensions.flatMap((extension) => [path + extension, withoutExtension + extension]),
    ...sourceExtensions.map((extension) => join(path, `index${extension}`)),
    `${path}.json`,
  ];
  return candidates.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() === true);
}

function isRelative(specifier: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(specifier);
}

/** Whether a specifier names a module of Node.js, or a package that is installed or that Lambda brings along. */
function isPackage(specifier: string, folder: string): boolean {
  if (isBuiltin(specifier) || /^(?:@aws-sdk|@smithy)\//.test(specifier)) return true;
  const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(specifier) ?? [];
  if (name === undefined) return false;
  const installed = [name, `@types/${name.replace(/^@/, '').replace('/', '__')}`];
  for (let at = folder; ; at = dirname(at)) {
    const found = installed.map((each) => join(at, 'node_modules', each)).find((path) => existsSync(path));
    if (found !== undefined) return realpathSync(found).includes(`${sep}node_modules${sep}`);
    if (at === dirname(at)) return false;
  }
}
