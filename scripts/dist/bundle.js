import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ncc from '@vercel/ncc';
import { transform } from 'esbuild';
import { chunkNames } from './chunk-names.js';
import { licensesOf } from './licenses.js';
import { relocateOnlyWhatIsConcerned } from './relocation.js';

relocateOnlyWhatIsConcerned();

/** What is not there, and is asked for in vain: the agents for proxies try it if they are asked for Kerberos. */
const known = new Set(['kerberos']);

/**
 * Bundles a module with ncc, and what it loads late as chunks with names beside it. Names of functions stay as they are, for stack
 * traces; line breaks and comments go.
 * @param {{ entry: string, folder: string, name: string, format: 'cjs' | 'es' }} options
 *   `entry` is an absolute path; `name` is the file that it becomes, without its extension
 * @returns {Promise<Set<string>>} the paths of the modules that are in it
 * @throws if a module or one of its exports is not found, or ncc would copy a file
 */
export async function bundle({ entry, folder, name, format }) {
  const fileName = `${name}.js`;
  const { code, assets, stats } = await ncc(entry, {
    esm: format === 'es',
    filename: fileName,
    target: 'es2022',
    cache: false,
    quiet: true,
  });
  const { compilation } = stats;
  if (compilation.warnings.length > 0) throw new Error(compilation.warnings.map(({ message }) => message).join('\n'));
  const missing = [...compilation.modules].flatMap(({ resource }) => /@@notfound\.js\?(.*)/.exec(resource)?.[1] ?? []);
  if (missing.some((name) => !known.has(name))) throw new Error(`ncc does not find ${missing.join(', ')}`);

  const names = chunkNames(compilation, name);
  const sources = {
    ...Object.fromEntries(Object.entries(assets).map(([file, { source }]) => [file, source])),
    [fileName]: code,
  };
  mkdirSync(folder, { recursive: true });
  for (const { id, files } of compilation.chunks) {
    const [file] = files;
    const code = String(sources[file]);
    const named = file === fileName ? withNames(code, names, name) : code;
    writeFileSync(join(folder, `${names.get(id)}.js`), await slim(named));
    delete sources[file];
  }
  const others = Object.keys(sources).filter((file) => file !== 'package.json');
  if (others.length > 0) throw new Error(`ncc takes a path in the sources for one of an asset: ${others.join(', ')}`);
  const paths = [...compilation.modules].flatMap((module) => module.nameForCondition() ?? []);
  return new Set(paths.filter((path) => !path.includes('@@notfound')));
}

/** Has the late chunks loaded by their names. */
function withNames(code, names, entry) {
  const late = Object.fromEntries([...names].filter(([, name]) => name !== entry));
  const byNumber = `"" + chunkId + ".${entry}.js"`;
  if (!code.includes(byNumber)) throw new Error('ncc loads chunks in a way that is not known here');
  return code.replace(byNumber, `${JSON.stringify(late)}[chunkId] + ".js"`);
}

/**
 * Takes out what only costs time when the code is loaded. V8 compiles a function in parentheses at once, where it would otherwise
 * read it twice; it knows only those that are no arrow functions.
 */
async function slim(code) {
  const eager = code.replaceAll(/^\/\*{3}\/ (\w+):\n\/\*{3}\/ \(\(([\w, ]*)\) => \{$/gm, '$1: (function ($2) {');
  const short = eager
    .replaceAll('import(/* webpackIgnore: true */ ', 'importModule(')
    .replaceAll(/__(?:nccwpck|webpack)_(require|exports)__/g, '__ncc_$1')
    .replaceAll(/__unused_webpack_+(?:webpack_)?(module|exports)(?:__)?/g, '__ncc_un$1')
    // What a module imports is numbered in it; the name before the number is that of the file.
    .replaceAll(/(?<![\w$])[\w$]+__WEBPACK_IMPORTED_MODULE_(\d+)__/g, '__ncc_$1');
  const settings = { minifyWhitespace: true, minifySyntax: true, legalComments: 'none', target: 'node20.11' };
  return (await transform(short, settings)).code;
}

/** Writes what a folder of bundles needs beside them: its package.json, and the licenses of what is in it. */
export function completeFolder({ folder, format, version, modules, notices }) {
  const type = format === 'cjs' ? 'commonjs' : 'module';
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type, version })}\n`);
  writeFileSync(join(folder, 'licenses.txt'), licensesOf(modules, notices));
}
