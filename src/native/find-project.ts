import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A project whose code is compiled to native programs. */
export interface NativeProject {
  readonly language: 'Go' | 'Rust';
  /** Its `go.mod` or `Cargo.toml`. Absolute. */
  readonly manifest: string;
}

const manifests: readonly (readonly [NativeProject['language'], string])[] = [
  ['Go', 'go.mod'],
  ['Rust', 'Cargo.toml'],
];

/**
 * The nearest project of Go or Rust around one of some folders, the first folder's first; no project lies above the root of
 * a repository.
 * @param folders absolute; they need not exist
 */
export function findNativeProject(folders: readonly string[]): NativeProject | undefined {
  for (const start of folders) {
    for (let folder = start; ; folder = dirname(folder)) {
      for (const [language, name] of manifests) {
        const manifest = join(folder, name);
        if (existsSync(manifest)) return { language, manifest };
      }
      if (existsSync(join(folder, '.git')) || dirname(folder) === folder) break;
    }
  }
  return undefined;
}
