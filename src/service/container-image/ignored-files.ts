import { join } from 'node:path';
import picomatch from 'picomatch';
import { readText } from '../document/read-text.js';

/** Whether a path of the context, with forward slashes, is left out of the build. */
export type IsIgnored = (path: string) => boolean;

/**
 * Reads `.dockerignore` of a context (or that of the Dockerfile): the last pattern that matches a path or a folder above it
 * decides. Source: Docker documentation, ".dockerignore files".
 */
export async function readIgnored(context: string, dockerfile: string): Promise<IsIgnored> {
  const text = (await readText(`${dockerfile}.dockerignore`)) ?? (await readText(join(context, '.dockerignore'))) ?? '';
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const isException = line.startsWith('!');
      const pattern = (isException ? line.slice(1) : line)
        .trim()
        .replace(/^\.?\//, '')
        .replace(/\/$/, '');
      return { isException, matches: picomatch(pattern, { dot: true, nobrace: true, noextglob: true }) };
    });
  return (path) => {
    const ancestors = path.split('/').map((_, index, segments) => segments.slice(0, index + 1).join('/'));
    let isIgnored = false;
    for (const { isException, matches } of rules) if (ancestors.some((each) => matches(each))) isIgnored = !isException;
    return isIgnored;
  };
}
