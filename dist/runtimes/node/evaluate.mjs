// Runs one module of the project and returns its value: its default export, or the result of calling that if it is a
// function. The answer is written to file descriptor 3, so that it can't be mixed up with what the module prints: the letter
// R and the value as JSON, or E and the error as JSON.
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describeThrown } from './describe-thrown.mjs';

const answerDescriptor = 3;
const file = process.argv[2];
let answered = false;

process.on('uncaughtException', (error) => answer('E', describeThrown(error, file)));
process.on('beforeExit', () =>
  answer('E', { name: 'Error', message: 'its promise never settles: nothing is left that could settle it', stack: '' }),
);

try {
  const module = await import(pathToFileURL(file).href);
  const value = await evaluate(module);
  const json = JSON.stringify(value);
  if (json === undefined) throw new TypeError(`it gives ${typeof value}, which JSON has no way to write`);
  answer('R', json);
} catch (error) {
  answer('E', describeThrown(error, file));
}

async function evaluate(module) {
  if (!('default' in module)) throw new TypeError('it has no default export');
  const exported = module.default?.__esModule && 'default' in module.default ? module.default.default : module.default;
  return typeof exported === 'function' ? await exported() : exported;
}

function answer(letter, body) {
  if (answered) return;
  answered = true;
  const bytes = Buffer.from(letter + (typeof body === 'string' ? body : JSON.stringify(body)));
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(answerDescriptor, bytes, written);
    } catch (error) {
      if (error.code !== 'EAGAIN') break;
    }
  }
  process.stdout.write('', () => process.stderr.write('', () => process.exit(0)));
}
