// Checks the size of dist/: 4 MB for what a plain run can load, 20 MB with the parts that load only when they are used.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const dist = join(import.meta.dirname, '..', 'dist');
/** What is used by some projects alone: the AWS SDK, and the TypeScript compiler. */
const heavy = ['aws', 'typescript'];
/**
 * The same among the parts: the gateway to AWS with the models of its services and what the server of functions has of it, what it signs
 * with, and facts about permissions.
 */
const heavyParts = /sandbox-gateway|event-calls|answer-call|signature-v4|actions-data|managed-policies/;
/** What only the models have. Their chunk is named after what shares it with them. */
const ofModels = 'GraniteServiceVersion20100801';
const megabyte = 1e6;

/** @returns {number} without what Python keeps of the bootstraps that were run */
function bytesOf(path) {
  if (basename(path) === '__pycache__') return 0;
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

const sizes = Object.fromEntries(readdirSync(dist).map((name) => [name, bytesOf(join(dist, name))]));
const all = Object.values(sizes).reduce((sum, size) => sum + size, 0);
const heavyBytes =
  heavy.reduce((sum, name) => sum + (sizes[name] ?? 0), 0) +
  readdirSync(join(dist, 'parts'))
    .filter((name) => heavyParts.test(name) || readFileSync(join(dist, 'parts', name), 'utf8').includes(ofModels))
    .reduce((sum, name) => sum + bytesOf(join(dist, 'parts', name)), 0);
const light = all - heavyBytes;
for (const [name, size] of Object.entries(sizes)) console.log(`dist/${name}: ${(size / megabyte).toFixed(2)} MB`);
for (const [what, size, limit] of [
  ['without the heavy parts', light, 4],
  ['in all', all, 20],
]) {
  console.log(`dist ${what}: ${(size / megabyte).toFixed(2)} of ${limit} MB`);
  if (size > limit * megabyte) process.exitCode = 1;
}
