import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Puts the bootstraps into dist/: that of Node as one file, which loads in a fraction of the time that its modules take, all else as
 * it is. Names stay, for Lambda's stack traces have some of them.
 * @param {string} root
 * @param {string} folder
 */
export async function bundleRuntimes(root, folder) {
  const source = join(root, 'runtimes');
  for (const language of ['containment', 'python', 'ruby']) {
    const isCompiled = (path) => path.includes('__pycache__');
    cpSync(join(source, language), join(folder, language), { recursive: true, filter: (path) => !isCompiled(path) });
  }
  const node = join(folder, 'node');
  mkdirSync(node, { recursive: true });
  // What configurations are evaluated with, and what changes how modules are loaded: each is started by a path of its own, or seldom
  // needed.
  const apart = ['conditions.cjs', 'own-frames.cjs', 'package-names.cjs', 'package-scope.cjs'];
  const isApart = (file) => file.endsWith('.mjs') || apart.includes(file);
  for (const name of readdirSync(join(source, 'node')).filter(isApart)) {
    cpSync(join(source, 'node', name), join(node, name));
  }
  await build({
    absWorkingDir: root,
    entryPoints: [join('runtimes', 'node', 'bootstrap.cjs')],
    outfile: join(node, 'bootstrap.cjs'),
    bundle: true,
    external: ['./package-scope.cjs'],
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}
