// What is told of something that a module of the project threw: plain values that JSON can carry.
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

// The stack of an ES module that does not parse has no place in it; Node's own check of the file prints one.
function placeOfMistake(error, file) {
  if (error.name !== 'SyntaxError' || /:\d+\n/.test(error.stack)) return '';
  return spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' }).stderr ?? '';
}
