import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nearestName } from '../../diagnostics/nearest-name.js';

/** The name that differs only in case from the wanted one, else the one that was most probably meant. */
export function closestName(wanted: string, names: readonly string[]): string | undefined {
  return names.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? nearestName(wanted, names);
}

/**
 * A file in a folder whose name is similar to the wanted one. If the wanted name has no extension, extensions are ignored.
 */
export function fileLike(folder: string, wanted: string): string | undefined {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== wanted)
    .map((entry) => entry.name);
  if (/\.[a-z]+$/i.test(wanted)) {
    const name = closestName(wanted, names);
    return name && join(folder, name);
  }
  const stems = new Map(names.map((name) => [name.replace(/\.[a-z]+$/i, ''), name]));
  const name = stems.get(closestName(wanted, [...stems.keys()]) ?? '');
  return name && join(folder, name);
}
