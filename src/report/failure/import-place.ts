import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';

/** No file that a person wrote is longer, in bytes. */
const maxSourceBytes = 4 * 1024 * 1024;

/** What could not be imported, and by which file; where that is not said, it is the one of the handler. */
interface FailedImport {
  readonly module: string;
  readonly file: string | undefined;
}

/**
 * Where a module is imported that is not there, as the message of Node.js or Python tells.
 * @param handlerFile the file of the handler, which is searched where the message names none
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

/** `Cannot find module 'x'` with a `Require stack:`, `Cannot find package 'x' imported from /f.mjs`; of a file its path is named. */
function importInNode(message: string): FailedImport | undefined {
  const esm = /Cannot find (?:package|module) '([^'\n]+)' imported from (\S.*)/.exec(message);
  if (esm !== null) {
    const [, named = '', importer = ''] = esm;
    return { module: named, file: pathOf(importer) };
  }
  const cjs = /Cannot find module '([^'\n]+)'\s+Require stack:\s+- (.+)/.exec(message);
  return cjs === null ? undefined : { module: cjs[1] ?? '', file: cjs[2] };
}

/** `No module named 'a.b'`, `cannot import name 'x' from 'a.b' (…)`. */
function importInPython(message: string): FailedImport | undefined {
  const match =
    /No module named '([\w.]+)'|cannot import name '\w+' from (?:partially initialized module )?'([\w.]+)'/.exec(
      message,
    );
  const module = match?.[1] ?? match?.[2];
  return module === undefined ? undefined : { module, file: undefined };
}

/** The name as the source has it: a file that is imported by its path, by the end of that. */
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
