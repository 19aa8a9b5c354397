import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLinkedFolders } from '../linked-folder.js';
import { type ModuleFormat, moduleFormat } from '../module-format.js';
import { emitModule } from './emit-module.js';
import { CompileError, type SourcePlace } from './failure.js';
import { createProjects, type TypeScriptProject } from './project.js';
import type { Redirection } from './redirect-imports.js';
import { createImportResolver } from './resolve-import.js';
import { createTypeExports } from './type-exports.js';

/** What to compile, and where to. */
export interface GraphJob {
  /** The module to begin with. Absolute. */
  readonly entry: string;
  /** A folder of our own, absolute and empty. */
  readonly outputFolder: string;
  /** The `tsconfig.json` to use for all files instead of the nearest ones. Absolute. */
  readonly tsconfig?: string;
  /** The format for files whose extension does not decide it; by default that of their `package.json`. */
  readonly format?: ModuleFormat;
}

const wayOut = 'Install esbuild in the project ("npm install --save-dev esbuild"), or build the code beforehand.';

/**
 * Compiles a module and all modules of the project that it imports, each to a file of its own that behaves as if it were in
 * its source's place. Packages are left to Node.
 * @returns the compiled entry, and the number of modules
 * @throws CompileError if a file can't be compiled, or an import leads nowhere
 */
export function compileGraph({ entry, outputFolder, tsconfig, format: chosen }: GraphJob): {
  file: string;
  modules: number;
} {
  const projectOf = createProjects(tsconfig);
  const resolveImport = createImportResolver();
  const isTypeExport = createTypeExports((specifier, importer) => {
    const found = resolveImport(specifier, importer, projectOf(dirname(importer)));
    return found.kind === 'source' ? found.file : undefined;
  });
  const folderFor = createLinkedFolders(outputFolder);
  const outputs = new Map<string, string>();
  const pending: { file: string; format: ModuleFormat; output: string }[] = [];

  const outputOf = (file: string): string => {
    const known = outputs.get(file);
    if (known !== undefined) return known;
    const isData = extname(file) === '.json';
    const isOpen = /\.[jt]sx?$/.test(file);
    const format = isData ? 'mjs' : isOpen && chosen !== undefined ? chosen : moduleFormat(file);
    const name = `${outputs.size}-${basename(file, extname(file))}.${format}`;
    const output = join(folderFor(dirname(file)), name);
    outputs.set(file, output);
    if (isData) writeFileSync(output, dataModule(file));
    else pending.push({ file, format, output });
    return output;
  };

  const redirectFrom = (file: string, text: string, format: ModuleFormat, project: TypeScriptProject) => {
    return (specifier: string): Redirection | undefined => {
      const found = resolveImport(specifier, file, project);
      if (found.kind === 'external') return undefined;
      if (found.kind === 'missing') throw unresolved({ file, text, specifier, project, alias: found.alias });
      if (found.kind === 'other') {
        throw new CompileError({
          code: 'import-unsupported',
          message: `"${specifier}" is imported, but ${extname(found.file) || basename(found.file)} files are not code.`,
          hint: `Only a bundler's loaders can import them. ${wayOut}`,
          location: placeOfImport(file, text, specifier),
        });
      }
      if (format === 'cjs') {
        return { specifier: found.kind === 'json' ? found.file : outputOf(found.file), isType: () => false };
      }
      const specifierUrl = pathToFileURL(outputOf(found.file)).href;
      return { specifier: specifierUrl, isType: (name) => isTypeExport(found.file, name) };
    };
  };

  const compiledEntry = outputOf(entry);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { file, format, output } = next;
    const text = readFileSync(file, 'utf8');
    const project = projectOf(dirname(file));
    const redirect = redirectFrom(file, text, format, project);
    writeFileSync(output, emitModule({ file, text, format, project, redirect }));
  }
  return { file: compiledEntry, modules: outputs.size };
}

/** JSON as an ES module, as bundlers make it: the value is its default export, and each member a named one. */
function dataModule(file: string): string {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CompileError({ code: 'json-invalid', message: `${(error as Error).message}.`, location: { file } });
  }
  const names = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const members = names.flatMap((name, index) =>
    name === 'default'
      ? []
      : [`const m${index}=data[${JSON.stringify(name)}];export{m${index} as ${JSON.stringify(name)}};`],
  );
  return `const data=${text};export default data;${members.join('')}\n`;
}

function unresolved({
  file,
  text,
  specifier,
  project,
  alias,
}: {
  file: string;
  text: string;
  specifier: string;
  project: TypeScriptProject;
  alias: string | undefined;
}): CompileError {
  const pattern = project.file === undefined ? '' : ` of ${project.file}`;
  return new CompileError({
    code: 'import-unresolved',
    message:
      alias === undefined
        ? `"${specifier}" is imported, but no such file was found.`
        : `"${specifier}" is imported, but none of the targets that the path "${alias}"${pattern} has for it exists.`,
    location: placeOfImport(file, text, specifier),
  });
}

function placeOfImport(file: string, text: string, specifier: string): SourcePlace {
  const at = Math.max(text.indexOf(`'${specifier}'`), text.indexOf(`"${specifier}"`));
  if (at < 0) return { file };
  const before = text.slice(0, at).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
