import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partOf } from '../../lib/src/parts/part-source.js';

/**
 * Makes the modules in a folder parts, as they are loaded by `src/parts/part-loader.ts`.
 * @param {string} folder
 * @returns {string} a name for what is in them: other contents have another name
 */
export function makeParts(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    const part = partOf(readFileSync(join(folder, name), 'utf8'));
    writeFileSync(join(folder, name), part);
    hash.update(`${name}\0`).update(part);
  }
  return hash.digest('hex').slice(0, 16);
}
