import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';

/** The largest file that is searched, in bytes. No person writes a larger one. */
const maxSourceBytes = 4 * 1024 * 1024;

/** What could not be imported, and by which file; without a file it is the handler's. */
interface FailedImport {
  readonly module: string;
  readonly file: string | undefined;
}

/**
 * Finds the line that imports a missing module, by the message of Node.js or Python.
 * @param handlerFile the file of the handler, which is searched if the message names no file
 */
export function importPlace(errorMessage: string, handlerFile: string | undefined): SourceLocation | undefined {
  const inNode = importInNode(errorMessage);
  const found = inNode ?? importInPython(errorMessage);
  const file = found?.file ?? handlerFile;
  if (found === undefined || file === undefined) return undefined;
  const source = readSource(file);
  if (source === undefined) return undefined;
  const name = escaped(found.module);
  const pattern =
    inNode === undefined
      ? new RegExp(`^[ \\t]*(?:from[ \\t]+${name}\\b|import\\b[^#\\n]*?\\b${name}\\b)`, 'm')
      : new RegExp(`(?:\\bfrom|\\bimport|\\brequire|\\bimport\\(|\\brequire\\()\\s*\\(?\\s*(['"\`])${name}\\1`);
  const match = pattern.exec(source);
  return match === null ? undefined : placeAt(file, source, match);
}

/**
 * Reads `Cannot find module 'x'` with its `Require stack:`, and `Cannot find package 'x' imported from /f.mjs`. For a file
 * instead of a package, `x` is its path.
 */
function importInNode(message: string): FailedImport | undefined {
  const esm = /Cannot find (?:package|module) '([^'\n]+)' imported from (\S.*)/.exec(message);
  if (esm !== null) {
    const [, named = '', importer = ''] = esm;
    return { module: named, file: pathOf(importer) };
  }
  const cjs = /Cannot find module '([^'\n]+)'\s+Require stack:\s+- (.+)/.exec(message);
  return cjs === null ? undefined : { module: cjs[1] ?? '', file: cjs[2] };
}

/** Reads `No module named 'a.b'` and `cannot import name 'x' from 'a.b' (…)`. */
function importInPython(message: string): FailedImport | undefined {
  const match =
    /No module named '([\w.]+)'|cannot import name '\w+' from (?:partially initialized module )?'([\w.]+)'/.exec(
      message,
    );
  const module = match?.[1] ?? match?.[2];
  return module === undefined ? undefined : { module, file: undefined };
}

/** The part of the name that the source surely has: of a file's path only its last segment. */
function escaped(module: string): string {
  const literal = (text: string): string => text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
  return /^(?:\/|[A-Za-z]:[\\/])/.test(module) ? `\\.{0,2}[^'"\`\\n]*${literal(basename(module))}` : literal(module);
}

function pathOf(importer: string): string | undefined {
  if (!importer.startsWith('file:')) return importer;
  try {
    return fileURLToPath(importer);
  } catch {
    return undefined;
  }
}

function readSource(file: string): string | undefined {
  try {
    const stats = statSync(file);
    return stats.isFile() && stats.size <= maxSourceBytes ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function placeAt(file: string, source: string, { 0: text, index }: RegExpExecArray): SourceLocation {
  const blanks = text.length - text.trimStart().length;
  const before = source.slice(0, index + blanks).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
