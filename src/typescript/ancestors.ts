import { dirname } from 'node:path';

/** A folder and all those above it, from the inside out. */
export function* ancestors(folder: string): Generator<string> {
  for (let current = folder; ; current = dirname(current)) {
    yield current;
    if (dirname(current) === current) return;
  }
}
