import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How the names of programs end here. */
export const exe = process.platform === 'win32' ? '.exe' : '';

/** Writes something that looks like a program, its folders too. Gives its path, with the end of a program's name. */
export function writeProgram(path: string): string {
  const file = path + exe;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}
