import { readFileSync } from 'node:fs';
import { filesOfFolder } from '../suite/cases/folder-glob.js';

/** Larger files have many cases. */
const maxBytes = 64 * 1024;

/** The line that names the function of a case. */
const functionLine = /^[ \t]*(?:-[ \t]+)?function:[ \t]*(["']?)([\w-]+)\1[ \t]*(?:#.*)?$/gm;

/**
 * Guesses at a glance, without parsing anything, which function the only case of a suite is for.
 * @param path a case file, or a glob of one folder that only one file matches
 * @returns `undefined` if there seems to be no case or several, or no such file
 */
export function guessOnlyFunction(path: string): string | undefined {
  let bytes: Buffer;
  try {
    const file = onlyFile(path);
    if (file === undefined || !/\.ya?ml$/i.test(file)) return undefined;
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  if (bytes.length > maxBytes) return undefined;
  const [first, ...more] = bytes.toString('utf8').matchAll(functionLine);
  return more.length > 0 ? undefined : first?.[2];
}

function onlyFile(path: string): string | undefined {
  const files = filesOfFolder(path, process.cwd());
  if (files === undefined) return path;
  return files.length === 1 ? files[0] : undefined;
}
