import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import { ancestors } from './ancestors.js';

/** What has to be known about a `tsconfig.json` before a bundler is chosen. */
export interface TsconfigFacts {
  /** Whether it or one that it extends may ask for metadata for decorators. */
  readonly decoratorMetadata: boolean;
}

/**
 * Searches the nearest `tsconfig.json` of a folder and everything that it extends, without parsing them, because esbuild
 * silently ignores missing files and options that it does not support.
 * @param given the `tsconfig.json` to use instead of the nearest one, absolute
 * @throws UserError if one of them does not exist
 */
export function readTsconfigFacts(folder: string, given: string | undefined): TsconfigFacts {
  const nearest =
    given ?? [...ancestors(folder)].map((path) => join(path, 'tsconfig.json')).find((path) => existsSync(path));
  if (nearest === undefined) return { decoratorMetadata: false };
  if (!existsSync(nearest)) {
    throw new UserError({ code: 'tsconfig-missing', message: `The file ${displayPath(nearest)} does not exist.` });
  }
  const seen = new Set<string>();
  const visit = (file: string): boolean => {
    if (seen.has(file)) return false;
    seen.add(file);
    const text = withoutComments(readFileSync(file, 'utf8'));
    const bases = extended(text).map((name) => locate(name, file, text));
    return /"emitDecoratorMetadata"\s*:\s*true/.test(text) || bases.map(visit).includes(true);
  };
  return { decoratorMetadata: visit(nearest) };
}

/** Replaces comments by blanks, so that offsets do not change. Strings are skipped. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) =>
    match.startsWith('"') ? match : match.replace(/[^\n]/g, ' '),
  );
}

function extended(text: string): string[] {
  const value = /"extends"\s*:\s*("(?:[^"\\]|\\.)*"|\[[^\]]*\])/.exec(text)?.[1] ?? '';
  return [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([quoted]) => JSON.parse(quoted) as string);
}

/**
 * The file that an `extends` names: a path with or without its extension, a file of a package, or a package (its
 * `tsconfig.json`).
 */
function locate(name: string, file: string, text: string): string {
  const isPath = isAbsolute(name) || /^\.\.?(?:[/\\]|$)/.test(name);
  const places = isPath
    ? [resolve(dirname(file), name)]
    : [...ancestors(dirname(file))].map((folder) => join(folder, 'node_modules', name));
  for (const place of places) {
    const found = [place, `${place}.json`, join(place, 'tsconfig.json'), baseOfPackage(place)].find(
      (path) => path?.endsWith('.json') && existsSync(path),
    );
    if (found !== undefined) return found;
  }
  const before = text.slice(0, text.indexOf(JSON.stringify(name))).split('\n');
  throw new UserError({
    code: 'tsconfig-invalid',
    message: `${displayPath(file)} extends "${name}", which was not found.`,
    hint: isPath ? 'The path is relative to the file that it stands in.' : 'Install the package that has it.',
    location: { file, line: before.length, column: (before.at(-1) ?? '').length + 1 },
  });
}

/** A package may name its configuration in its `package.json`. */
function baseOfPackage(folder: string): string | undefined {
  try {
    const { tsconfig, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      tsconfig?: unknown;
      exports?: unknown;
    };
    const root = typeof exports === 'object' && exports !== null && '.' in exports ? exports['.'] : exports;
    const named = [tsconfig, root].find((value) => typeof value === 'string');
    return named === undefined ? undefined : join(folder, String(named));
  } catch {
    return undefined;
  }
}
