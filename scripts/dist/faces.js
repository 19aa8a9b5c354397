import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { makeParts } from './parts.js';

/**
 * What is bundled: the start of both faces; what they load next, with the command whole; and the action, which comes on top.
 */
const modules = {
  'start.js': `import { start as startAction } from './src/action/start.js';
import { start as startCommand } from './src/cli/start.js';
const engine = () => import('./engine.js');
export const action = (folder) => startAction(folder, async () => (await engine()).action);
export const server = async (...given) => (await import('./engine.js')).server(...given);
export const post = async (...given) => (await import('./engine.js')).post(...given);
export const cli = (argv, folder) => startCommand(argv, folder, async () => (await engine()).cli);
`,
  'engine.js': `export { main as cli } from './src/cli/main.js';
export const action = async (...given) => (await import('./src/action/main.js')).main(...given);
export const server = async (...given) => (await import('./src/action/serve/server-process.js')).runServerProcess(...given);
export const post = async (...given) => (await import('./src/action/serve/post-step.js')).runPostStep(...given);
`,
};

const loading = `import { join } from 'node:path';
import { PartLoader } from './src/parts/part-loader.js';
const loader = new PartLoader({
  folder: join(__dirname, '..', 'parts'),
  build: BUILD,
  builtIn: require,
  importModule: (url) => import(url),
  environment: process.env,
});
`;

// Once nothing is left to be done or written, Node.js would give the memory back page by page before it ends.
const ending = `process.once('beforeExit', () => process.exit());
`;

const starts = {
  action: `${loading}${ending}void loader
  .load('start.js')
  .action(__dirname)
  .then(() => loader.keep());
`,
  // A step that has started no server has nothing to end.
  'action/post': `${loading}if (process.env['STATE_invoke_local_server'] !== undefined) void loader.load('start.js').post(process.env, process.stdout);
`,
  'action/server': `${loading}void loader.load('start.js').server(__dirname, process.argv[2]);
`,
  cli: `${loading}${ending}void loader
  .load('start.js')
  .cli(process.argv.slice(2), __dirname)
  .then((exitCode) => {
    process.exitCode = exitCode;
    loader.keep();
  });
`,
};

/** Writes the module that both faces are bundled from into a folder, and returns its path. */
export function writeStart(folder) {
  for (const [name, source] of Object.entries(modules)) writeFileSync(join(folder, name), source);
  return join(folder, 'start.js');
}

/**
 * Writes what the runner and the shell start: it loads the parts from `parts/`, which are there already.
 * @param {string} staged the folder of the sources
 * @param {string} folder
 */
export async function writeFaces(staged, folder) {
  const id = makeParts(join(folder, 'parts'));
  for (const [name, contents] of Object.entries(starts)) {
    await build({
      stdin: { contents, resolveDir: staged },
      outfile: join(folder, `${name.includes('/') ? name : `${name}/index`}.js`),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20.11',
      banner: { js: `#!/usr/bin/env node\n'use strict';` },
      define: { BUILD: JSON.stringify(id) },
      minifyWhitespace: true,
      minifySyntax: true,
      legalComments: 'none',
      logLevel: 'warning',
    });
  }
  chmodSync(join(folder, 'cli', 'index.js'), 0o755);
}
