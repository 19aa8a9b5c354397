import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.js';

/** An input of a target. */
export interface FuzzInput {
  readonly name: string;
  readonly data: Buffer;
}

/** The inputs that are kept for a target: what fuzzing begins with, and what it has found. */
export function keptInputs(target: string): FuzzInput[] {
  return ['seeds', 'found'].flatMap((kind) => {
    const folder = join(repositoryRoot, 'test', 'fuzz', kind, target);
    return namesIn(folder).map((name) => ({ name: `${kind}/${name}`, data: readFileSync(join(folder, name)) }));
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
