import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const entry = './compiler/compile.js';
const settings = { minify: true, platform: 'node', target: 'node20', legalComments: 'none', logLevel: 'warning' };

/**
 * Bundles the compiler process, what compiles without esbuild, and the TypeScript compiler: 9 MB of source, of which esbuild makes
 * a third. It stays a file of its own, as it is published: inside of a bundle's function it would take twice as long to load.
 * @param {string} root
 * @param {string} folder
 */
export async function bundleTypeScript(root, folder) {
  const published = createRequire(import.meta.url).resolve('typescript-5');
  const apart = new Map([
    [entry, entry],
    ['typescript-5', './typescript.js'],
  ]);
  mkdirSync(folder, { recursive: true });
  for (const name of ['index.js', entry]) {
    await build({
      ...settings,
      absWorkingDir: root,
      entryPoints: [join(root, 'lib', 'src', 'typescript', name)],
      outfile: join(folder, name),
      bundle: true,
      format: 'cjs',
      plugins: [
        {
          name: 'compilers-apart',
          setup({ onResolve }) {
            onResolve({ filter: /compiler\/compile\.js$|^typescript-5$/ }, ({ kind, path }) => {
              const place = kind === 'entry-point' ? undefined : apart.get(path.replace(/^.*(?=compiler\/)/, './'));
              return place === undefined ? undefined : { path: place, external: true };
            });
          },
        },
      ],
    });
  }
  await build({ ...settings, entryPoints: [published], outfile: join(folder, 'compiler', 'typescript.js') });
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}\n');
  copyFileSync(join(dirname(published), '..', 'LICENSE.txt'), join(folder, 'licenses.txt'));
}
