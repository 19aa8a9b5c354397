import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is bundled: the start of both faces; what they load next, with the command whole; and the action, which comes on top.
 */
const modules = {
  'start.js': `import { start as startAction } from './src/action/start.js';
import { start as startCommand } from './src/cli/start.js';
const engine = () => import('./engine.js');
export const action = (folder) => startAction(folder, async () => (await engine()).action);
export const cli = (argv, folder) => startCommand(argv, folder, async () => (await engine()).cli);
`,
  'engine.js': `export { main as cli } from './src/cli/main.js';
export const action = async (...given) => (await import('./src/action/main.js')).main(...given);
`,
};

const starts = {
  action: `'use strict';
void require('../parts/start.js').action(__dirname);
`,
  cli: `#!/usr/bin/env node
'use strict';
void require('../parts/start.js')
  .cli(process.argv.slice(2), __dirname)
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
`,
};

/** Writes the module that both faces are bundled from into a folder, and returns its path. */
export function writeStart(folder) {
  for (const [name, source] of Object.entries(modules)) writeFileSync(join(folder, name), source);
  return join(folder, 'start.js');
}

/** Writes what the runner and the shell start, which is what `index.ts` of each face is, with its parts from `parts/`. */
export function writeFaces(folder) {
  for (const [name, start] of Object.entries(starts)) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.js'), start);
  }
  chmodSync(join(folder, 'cli', 'index.js'), 0o755);
}
