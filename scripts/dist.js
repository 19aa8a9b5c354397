// Bundles the emitted JavaScript of each entry into dist/<entry>/: the folders that run from a bare checkout.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const output = process.argv[2] ?? join(root, 'dist');
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');

/** The faces are CommonJS, which starts faster; what loads late is ES modules. */
const entries = { action: 'src/action/index.cjs', cli: 'src/cli/index.cjs', aws: 'src/aws/index.js' };

for (const [name, source] of Object.entries(entries)) {
  const entry = join(root, 'lib', source);
  const folder = join(output, name);
  const cache = mkdtempSync(join(tmpdir(), 'ncc-'));
  rmSync(folder, { recursive: true, force: true });
  execFileSync(process.execPath, [ncc, 'build', entry, '-o', folder, '--license', 'licenses.txt', '--no-cache', '-q'], {
    cwd: root,
    env: { ...process.env, TMPDIR: cache },
    stdio: 'inherit',
  });
  rmSync(cache, { recursive: true, force: true });
  const bundle = join(folder, `index${extname(entry)}`);
  if (!existsSync(bundle)) throw new Error(`${name} was not bundled`);
  renameSync(bundle, join(folder, 'index.js'));
  const type = extname(entry) === '.cjs' ? 'commonjs' : 'module';
  writeFileSync(join(folder, 'package.json'), `{"type":"${type}"}\n`);
}

// The compiler process, what compiles without esbuild, and the TypeScript compiler: 9 MB of source, of which esbuild makes a
// third. It stays a file of its own, as it is published: inside of a bundle's function it would take twice as long to load.
const compiler = join(output, 'typescript');
const compilerSource = join(root, 'lib', 'src', 'typescript');
const compilerEntry = './compiler/compile.js';
const published = createRequire(import.meta.url).resolve('typescript-5');
const apart = new Map([
  [compilerEntry, compilerEntry],
  ['typescript-5', './typescript.js'],
]);
const settings = { minify: true, platform: 'node', target: 'node20', legalComments: 'none', logLevel: 'warning' };
rmSync(compiler, { recursive: true, force: true });
mkdirSync(compiler, { recursive: true });
for (const name of ['index.js', compilerEntry]) {
  await build({
    ...settings,
    entryPoints: [join(compilerSource, name)],
    outfile: join(compiler, name),
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
await build({ ...settings, entryPoints: [published], outfile: join(compiler, 'compiler', 'typescript.js') });
writeFileSync(join(compiler, 'package.json'), '{"type":"commonjs"}\n');
copyFileSync(join(dirname(published), '..', 'LICENSE.txt'), join(compiler, 'licenses.txt'));
