// Checks the size of dist/: 4 MB without the parts that load only when they are used, 12 MB with them.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', 'dist');
const heavy = ['aws', 'typescript'];

/** @returns {number} */
function bytesOf(path) {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

const sizes = Object.fromEntries(readdirSync(dist).map((name) => [name, bytesOf(join(dist, name))]));
const all = Object.values(sizes).reduce((sum, size) => sum + size, 0);
const light = all - heavy.reduce((sum, name) => sum + (sizes[name] ?? 0), 0);
for (const [name, size] of Object.entries(sizes)) console.log(`dist/${name}: ${(size / 1e6).toFixed(2)} MB`);
for (const [what, size, limit] of [
  ['without the heavy parts', light, 4e6],
  ['in all', all, 12e6],
]) {
  console.log(`dist ${what}: ${(size / 1e6).toFixed(2)} of ${limit / 1e6} MB`);
  if (size > limit) process.exitCode = 1;
}
