// Bundles what tsc has emitted into dist/, or into the folder that is named: what runs from a bare checkout.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './dist/bundle.js';
import { bundleRuntimes } from './dist/runtimes.js';
import { bundleTypeScript } from './dist/typescript.js';

const root = join(import.meta.dirname, '..');
const output = process.argv[2] ?? join(root, 'dist');
rmSync(output, { recursive: true, force: true });

// The faces are CommonJS, which starts faster. Both load their parts from one folder, each of which is there once.
await bundle({
  root,
  folder: output,
  entries: { action: 'action/index.js', cli: 'cli/index.js' },
  format: 'cjs',
  chunkFolder: 'parts',
});
await bundle({ root, folder: join(output, 'aws'), entries: { index: 'aws/index.js' }, format: 'es', chunkFolder: '.' });
await bundleTypeScript(root, join(output, 'typescript'));
await bundleRuntimes(root, join(output, 'runtimes'));
