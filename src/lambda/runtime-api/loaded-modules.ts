import type { IncomingHttpHeaders } from 'node:http';

/**
 * What the code of a function has loaded, as our bootstraps tell it. The function can say anything here: it is text, and its paths
 * are those that the function sees.
 */
export interface LoadedModules {
  /** Files that CommonJS, Python or Ruby have loaded. Absolute, as a path of the function's system. */
  readonly files: readonly string[];
  /** Modules that Node.js has imported while it ran. What those import by declarations stands in their files. */
  readonly imports: readonly ImportedModule[];
}

/** A module that was imported. */
export interface ImportedModule {
  /** The URL of the module that imports it. */
  readonly from: string;
  /** As it was written, or the URL of a file. */
  readonly specifier: string;
}

/** How many files and imports are taken of one request. */
const maxEntries = 20_000;

/** Reads what a request of our bootstraps says was loaded since the last one; `undefined` where it says nothing. */
export function loadedModules(headers: IncomingHttpHeaders): LoadedModules | undefined {
  const files = entries(headers['invoke-local-loaded']);
  const imports = entries(headers['invoke-local-imported']).map((entry): ImportedModule => {
    const blank = entry.indexOf(' ');
    return { from: entry.slice(0, blank), specifier: entry.slice(blank + 1) };
  });
  return files.length === 0 && imports.length === 0 ? undefined : { files, imports };
}

/** The parts of a header, whose bytes are UTF-8. */
function entries(value: string | string[] | undefined): string[] {
  if (typeof value !== 'string' || value === '') return [];
  return Buffer.from(value, 'latin1').toString('utf8').split('\t', maxEntries);
}
