import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { chunkName } from './chunk-name.js';
import { licensesOf } from './licenses.js';

/** Packages of which only what is imported by name is taken, whatever their modules do when they are loaded. */
const pure = /\/node_modules\/@actions\/|\/lib\/src\//;

/**
 * Bundles entries, and what they load late as chunks with names. Names of functions stay as they are, for stack traces; line
 * breaks, comments and what is never called go.
 * @param {{ root: string, folder: string, entries: Record<string, string>, format: 'cjs' | 'es', chunkFolder: string }} options
 *   `entries` are relative to lib/src/, and each becomes `<name>.js`, or `<name>/index.js` where there are several.
 */
export async function bundle({ root, folder, entries, format, chunkFolder }) {
  const isOne = Object.keys(entries).length === 1;
  const build = await rolldown({
    // What the agents for proxies would load if they were asked for Kerberos, which they are not.
    external: ['kerberos'],
    cwd: root,
    input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join('lib', 'src', file)])),
    platform: 'node',
    transform: { target: 'node20.11' },
    treeshake: { moduleSideEffects: (id) => !pure.test(id.replaceAll('\\', '/')) },
    logLevel: 'warn',
  });
  const { output } = await build.write({
    dir: folder,
    format,
    // An `import()` of Node's own modules would load all that Node has for ES modules.
    dynamicImportInCjs: false,
    entryFileNames: isOne ? '[name].js' : '[name]/index.js',
    chunkFileNames: (chunk) => join(chunkFolder, `${chunkName(chunk)}.js`),
    codeSplitting: { groups: isOne ? [] : [{ name: 'engine', tags: ['$initial'], minShareCount: 2 }] },
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    minifyInternalExports: false,
    comments: false,
  });
  await build.close();
  for (const { type, fileName, code } of output) {
    if (type === 'chunk' && code.startsWith('#!')) chmodSync(join(folder, fileName), 0o755);
  }
  writeFileSync(join(folder, 'licenses.txt'), licensesOf(root, output));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const type = format === 'cjs' ? 'commonjs' : 'module';
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type, version })}\n`);
}
