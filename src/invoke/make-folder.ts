import { mkdirSync } from 'node:fs';

/** Makes a folder, and those above it, where they are not there yet. @returns whether it is there now */
export function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
