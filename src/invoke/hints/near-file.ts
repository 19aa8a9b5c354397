import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nearestName } from '../../diagnostics/nearest-name.js';

/** Of some names the one that differs in upper and lower case only, else the one that a person most probably meant. */
export function closestName(wanted: string, names: readonly string[]): string | undefined {
  return names.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? nearestName(wanted, names);
}

/** A file of a folder whose name is nearly the wanted one; extensions are not compared, where the wanted one has none. */
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
