import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { makeParts } from './parts.js';

const require = createRequire(import.meta.url);
// An `import` would first look through all 9 MB of it for names.
const ts = require('typescript-5');

const settings = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  logLevel: 'warning',
};

/** What stands for the compiler in the process's own bundle: it is loaded with the code that V8 has compiled of it in earlier runs. */
const loading = `import { join } from 'node:path';
import { PartLoader } from './parts/part-loader.js';
const loader = new PartLoader({
  folder: join(__dirname, 'compiler'),
  build: BUILD,
  builtIn: require,
  importModule: (url) => import(url),
  environment: process.env,
});
process.once('exit', () => loader.keep());
export const { compile, emitDecorated } = loader.load('compile.js');
`;

/** Has the compiler as it exports itself: esbuild would make a getter of each of its 3,000 exports at every start. */
const typescriptApart = {
  name: 'typescript-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^typescript-5$/ }, () => ({ path: 'typescript', namespace: 'default' }));
    onResolve({ filter: /.*/, namespace: 'default' }, () => ({ path: './typescript.js', external: true }));
    onLoad({ filter: /.*/, namespace: 'default' }, () => ({ contents: "export default require('./typescript.js');" }));
  },
};

/** Writes the kinds of nodes as numbers, for which V8 jumps to a case instead of comparing one after the other. */
const kindsAsNumbers = {
  name: 'kinds-as-numbers',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]typescript[\\/]compiler[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/\b(?:ts\.)?SyntaxKind\.(\w+)/g, (_, name) => kind(name)),
    }));
  },
};

/** @param {string} name */
function kind(name) {
  const number = ts.SyntaxKind[name];
  if (typeof number !== 'number') throw new Error(`TypeScript has no kind of nodes ${name}.`);
  return String(number);
}

/**
 * Bundles the compiler process, what compiles without esbuild, and the TypeScript compiler: 9 MB of source, of which esbuild makes
 * a third. It stays a file of its own, as it is published: inside of a bundle's function it would take twice as long to load.
 * @param {string} root
 * @param {string} folder
 */
export async function bundleTypeScript(root, folder) {
  const published = require.resolve('typescript-5');
  const source = join(root, 'lib', 'src');
  const compiler = join(folder, 'compiler');
  mkdirSync(compiler, { recursive: true });
  await build({ ...settings, bundle: false, entryPoints: [published], outfile: join(compiler, 'typescript.js') });
  await build({
    ...settings,
    absWorkingDir: root,
    entryPoints: [join(source, 'typescript', 'compiler', 'compile.js')],
    outfile: join(compiler, 'compile.js'),
    format: 'cjs',
    plugins: [typescriptApart, kindsAsNumbers],
  });
  await build({
    ...settings,
    absWorkingDir: root,
    entryPoints: [join(source, 'typescript', 'index.js')],
    outfile: join(folder, 'index.js'),
    format: 'cjs',
    define: { BUILD: JSON.stringify(makeParts(compiler)) },
    plugins: [
      {
        name: 'compiler-apart',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /compiler\/compile\.js$/ }, () => ({ path: 'compiler', namespace: 'apart' }));
          onLoad({ filter: /.*/, namespace: 'apart' }, () => ({ contents: loading, resolveDir: source }));
        },
      },
    ],
  });
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}\n');
  copyFileSync(join(dirname(published), '..', 'LICENSE.txt'), join(folder, 'licenses.txt'));
}
