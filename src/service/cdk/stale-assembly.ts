import { type Dirent, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { readCdkSettings } from './assembly-folder.js';

const source = /\.(?:[cm]?[jt]sx?|py|java|go|cs)$/;
const leftOut = /^(?:node_modules|dist|build|target|bin|obj|coverage|tests?|__tests__|\..*)$/;

/** The file that the folder of an assembly has. */
const assemblyMark = 'cdk.out';

/** How many files and folders are looked at: more would cost more than the answer is worth. */
const maxEntries = 5000;

/**
 * The warning of an assembly that is older than the sources of the project around it; `undefined` where there is none, or the folder is
 * no project.
 * @param folder absolute
 */
export function staleAssembly(folder: string, manifest: string): Diagnostic | undefined {
  const isSst = relative(folder, manifest).startsWith('.sst');
  if (!isSst && readCdkSettings(folder) === undefined) return undefined;
  const newer = newerSource(folder, manifest);
  if (newer === undefined) return undefined;
  return {
    severity: 'warning',
    code: 'cdk-assembly-old',
    message: `${displayPath(newer)} is newer than the assembly ${displayPath(dirname(manifest))}: what is run may not be what it makes.`,
    hint: `Run \`${isSst ? 'npx sst build' : 'npx cdk synth --quiet'}\` before this step.`,
  };
}

/**
 * A source file of the project that is newer than its assembly; `undefined` where there is none. Packages, builds and tests are
 * left out.
 * @param folder the project. Absolute.
 */
function newerSource(folder: string, manifest: string): string | undefined {
  const made = statSync(manifest).mtimeMs;
  const waiting = [folder];
  let seen = 0;
  for (let current = waiting.pop(); current !== undefined && seen < maxEntries; current = waiting.pop()) {
    const entries = entriesOf(current);
    if (entries.some((entry) => entry.name === assemblyMark && entry.isFile())) continue;
    for (const entry of entries) {
      seen += 1;
      const path = join(current, entry.name);
      if (entry.isDirectory() && !leftOut.test(entry.name)) waiting.push(path);
      const isSource = entry.isFile() && source.test(entry.name) && !/\.(?:test|spec)\./.test(entry.name);
      if (isSource && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > made) return path;
    }
  }
  return undefined;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
