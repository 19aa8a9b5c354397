import { existsSync, realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname, join } from 'node:path';
import ts from 'typescript-5';
import type { TypeScriptProject } from './project.js';

/** Where an import leads: to a file of the project, to something that Node will find, or nowhere. */
export type Resolution =
  | { readonly kind: 'source' | 'json'; readonly file: string }
  | { readonly kind: 'other'; readonly file: string }
  | { readonly kind: 'external' }
  | { readonly kind: 'missing'; readonly alias?: string };

const sourceExtensions = new Set(['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx']);

/** Finds where imports lead, as the TypeScript compiler does for a bundler, and remembers it during a run. */
export function createImportResolver(): (
  specifier: string,
  importer: string,
  project: TypeScriptProject,
) => Resolution {
  const caches = new Map<TypeScriptProject, { options: ts.CompilerOptions; cache: ts.ModuleResolutionCache }>();

  return (specifier, importer, project) => {
    if (isBuiltin(specifier)) return { kind: 'external' };
    let known = caches.get(project);
    if (known === undefined) {
      const options = resolutionOptions(project);
      known = { options, cache: ts.createModuleResolutionCache(dirname(importer), (name) => name, options) };
      caches.set(project, known);
    }
    const isRelative = /^\.\.?(?:\/|$)/.test(specifier);
    const beside = isRelative ? besideImporter(specifier, importer, known.options) : undefined;
    if (beside !== undefined) return { kind: 'source', file: beside };
    const found = ts.resolveModuleName(specifier, importer, known.options, ts.sys, known.cache).resolvedModule;
    const file = found && implementationOf(found.resolvedFileName);
    if (file === undefined) {
      if (isRelative || specifier.startsWith('/')) return otherFile(specifier, importer);
      const alias = aliasOf(specifier, project.options);
      return alias === undefined || found !== undefined ? { kind: 'external' } : { kind: 'missing', alias };
    }
    const isPackage = !isRelative && found?.isExternalLibraryImport === true;
    if (/[\\/]node_modules[\\/]/.test(file) || (isPackage && !/\.[cm]?tsx?$/.test(file))) return { kind: 'external' };
    return { kind: extname(file) === '.json' ? 'json' : 'source', file };
  };
}

/** A short cut for nearly all imports, since the compiler takes long: `./name` or `./name.js` is `./name.ts`. */
function besideImporter(specifier: string, importer: string, options: ts.CompilerOptions): string | undefined {
  if (options.moduleSuffixes !== undefined || options.preserveSymlinks) return undefined;
  const file = `${join(dirname(importer), specifier.replace(/\.js$/, ''))}.ts`;
  return existsSync(file) && !file.endsWith('.d.ts') ? realpathSync(file) : undefined;
}

const resolutionSettings = [
  'baseUrl',
  'configFilePath',
  'customConditions',
  'moduleSuffixes',
  'paths',
  'pathsBasePath',
  'preserveSymlinks',
  'rootDirs',
];

function resolutionOptions({ options }: TypeScriptProject): ts.CompilerOptions {
  const inherited = resolutionSettings.filter((name) => options[name] !== undefined);
  return {
    ...Object.fromEntries(inherited.map((name) => [name, options[name]])),
    allowJs: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    resolveJsonModule: true,
  };
}

/** The code that a declaration file describes, if it is beside it. */
function implementationOf(file: string): string | undefined {
  const match = /\.d\.([cm]?)ts$/.exec(file);
  if (match === null) return file;
  const stem = file.slice(0, match.index);
  return [`${stem}.${match[1]}js`, `${stem}.jsx`].find((candidate) => existsSync(candidate));
}

/** An existing file that is not code. Only a bundler's loader can say what importing it means. */
function otherFile(specifier: string, importer: string): Resolution {
  const file = ts.sys.resolvePath(specifier.startsWith('/') ? specifier : `${dirname(importer)}/${specifier}`);
  if (extname(file) === '.node') return { kind: 'external' };
  return ts.sys.fileExists(file) && !sourceExtensions.has(extname(file))
    ? { kind: 'other', file }
    : { kind: 'missing' };
}

/** The pattern of `paths` that a specifier matches. The specifier may still mean a package of that name. */
function aliasOf(specifier: string, { paths = {} }: ts.CompilerOptions): string | undefined {
  return Object.keys(paths).find((pattern) => {
    const [start = '', end] = pattern.split('*');
    if (pattern === '*') return false;
    return end === undefined ? specifier === start : specifier.startsWith(start) && specifier.endsWith(end);
  });
}
