// Describes something that a module of the project threw, with plain values that JSON can express.
import { spawnSync } from 'node:child_process';

export function describeThrown(error, file) {
  if (!(error instanceof Error)) return { name: '', message: textOf(error), stack: '' };
  return {
    name: textOf(error.name),
    message: textOf(error.message),
    stack: placeOfMistake(error, file) + textOf(error.stack),
    ...(typeof error.code === 'string' ? { code: error.code } : {}),
  };
}

function textOf(value) {
  try {
    return String(value);
  } catch {
    return 'a value that has no text';
  }
}

// If an ES module does not parse, the error's stack has no place; Node's check of the file prints it.
function placeOfMistake(error, file) {
  if (error.name !== 'SyntaxError' || /:\d+\n/.test(error.stack)) return '';
  return spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' }).stderr ?? '';
}
