import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What both faces start with, and the command whole: that of the action comes on top. */
const engine = `export { main as cli } from './src/cli/main.js';
export const action = async (folder) => (await import('./src/action/main.js')).main(folder);
`;

const starts = {
  action: `'use strict';
void require('../parts/engine.js').action(__dirname);
`,
  cli: `#!/usr/bin/env node
'use strict';
void require('../parts/engine.js')
  .cli(process.argv.slice(2), __dirname)
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
`,
};

/** Writes the module that both faces are bundled from into a folder, and returns its path. */
export function writeEngine(folder) {
  const file = join(folder, 'engine.js');
  writeFileSync(file, engine);
  return file;
}

/** Writes what the runner and the shell start, which is what `index.ts` of each face is, with the engine from `parts/`. */
export function writeFaces(folder) {
  for (const [name, start] of Object.entries(starts)) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.js'), start);
  }
  chmodSync(join(folder, 'cli', 'index.js'), 0o755);
}
