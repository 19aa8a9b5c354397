// Bundles what tsc has emitted into dist/, or into the folder that is named: what runs from a bare checkout.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, completeFolder } from './dist/bundle.js';
import { writeFaces, writeStart } from './dist/faces.js';
import { bundleRuntimes } from './dist/runtimes.js';
import { stage } from './dist/stage.js';
import { bundleTypeScript } from './dist/typescript.js';

const root = join(import.meta.dirname, '..');
const output = process.argv[2] ?? join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
rmSync(output, { recursive: true, force: true });

const staged = await stage(root);

// The faces are CommonJS, which starts faster. Both load their parts from one folder.
const parts = { entry: writeStart(staged.folder), folder: join(output, 'parts'), name: 'start', format: 'cjs' };
const modules = await bundle(parts);
await writeFaces(staged.folder, output);
const notices = [
  ['service', 'serverless', 'validation', 'schema'],
  ['aws-gateway', 'models'],
  ['permissions', 'policy'],
  ['permissions', 'requirements'],
  ['service', 'sam', 'permissions'],
].map((path) => join(root, 'src', ...path, 'LICENSE.txt'));
completeFolder({ folder: output, format: 'cjs', version, modules: [...modules, ...staged.modules], notices });

const aws = {
  entry: join(staged.folder, 'src', 'aws', 'index.js'),
  folder: join(output, 'aws'),
  name: 'index',
  format: 'es',
};
completeFolder({ ...aws, version, modules: await bundle(aws) });

await bundleTypeScript(root, join(output, 'typescript'));
await bundleRuntimes(root, join(output, 'runtimes'));
rmSync(staged.folder, { recursive: true });
