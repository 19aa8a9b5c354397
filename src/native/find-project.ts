import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A project whose code is compiled to a native program. */
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
 * The nearest project of Go or Rust at or above one of some folders, tried in their order. Folders above the repository's
 * root are not searched.
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
