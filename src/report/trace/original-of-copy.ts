import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Where tools keep copies of a function's folder: `sam build`, and the assets of the AWS CDK. */
const copied = /[\\/](?:\.aws-sam[\\/]build[\\/][^\\/]+|asset\.[0-9a-f]{64})[\\/](.+)$/;

/** Folders that hold no sources of the project, or further copies of them. */
const leftOut = /^(?:node_modules|__pycache__|venv|asset\.[0-9a-f]{64}|\..*)$/;

/** How many files and folders are looked at: more would cost more than the answer is worth. */
const maxEntries = 5000;

/**
 * The file of the project that a file of a build is a copy of: it has the same path at its end, and the same content.
 * @param file absolute
 * @param sourceRoot the project. Absolute.
 * @returns `undefined` for a file that is no copy, or whose original is not found
 */
export function originalOfCopy(file: string, sourceRoot: string): string | undefined {
  const below = copied.exec(file)?.[1]?.replaceAll('\\', '/');
  if (below === undefined) return undefined;
  const content = contentOf(file);
  if (content === undefined) return undefined;
  const waiting = [sourceRoot];
  let seen = 0;
  for (let folder = waiting.shift(); folder !== undefined && seen < maxEntries; folder = waiting.shift()) {
    for (const entry of entriesOf(folder)) {
      seen += 1;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !leftOut.test(entry.name)) waiting.push(path);
      const isNamed = entry.isFile() && entry.name === basename(file) && path !== file;
      if (
        isNamed &&
        `/${path.replaceAll('\\', '/')}`.endsWith(`/${below}`) &&
        contentOf(path)?.equals(content) === true
      )
        return path;
    }
  }
  return undefined;
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
