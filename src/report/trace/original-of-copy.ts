import { readFileSync } from 'node:fs';
import { filesBelow } from '../../host/files-below.js';

/**
 * Where tools keep copies of a function's folder: `sam build`, whose maps name the temporary folder in which it ran esbuild, and the
 * assets of the AWS CDK.
 */
const copied = /[\\/](?:\.aws-sam[\\/]build[\\/][^\\/]+|tmp[a-z0-9_]{8}|asset\.[0-9a-f]{64})[\\/](.+)$/;

/** Folders that hold no sources of the project, or further copies of them. */
const leftOut = /^(?:node_modules|__pycache__|venv|asset\.[0-9a-f]{64}|\..*)$/;

/** How many files and folders are looked at: more would cost more than the answer is worth. */
const maxEntries = 5000;

/**
 * The file of the project that a file of a build is a copy of: it has the same path at its end, and the same content. Of a file that is
 * no more, it is the only one with such a path.
 * @param file absolute
 * @param sourceRoot the project. Absolute.
 * @returns `undefined` for a file that is no copy, or whose original is not found
 */
export function originalOfCopy(file: string, sourceRoot: string): string | undefined {
  const below = copied.exec(file)?.[1]?.replaceAll('\\', '/');
  if (below === undefined) return undefined;
  const content = contentOf(file);
  const found: string[] = [];
  for (const path of filesBelow(sourceRoot, { most: maxEntries, enters: ({ name }) => !leftOut.test(name) })) {
    if (path === file || !`/${path.replaceAll('\\', '/')}`.endsWith(`/${below}`)) continue;
    if (content !== undefined && contentOf(path)?.equals(content) === true) return path;
    found.push(path);
  }
  const [only, ...others] = found;
  return content === undefined && others.length === 0 ? only : undefined;
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
