import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { regularText } from '../regular-text.js';

/** How many files are searched. */
const maxFiles = 500;

/** A line that imports a module in a language, by the module's name as a pattern. */
const lines: Readonly<Record<string, (name: string) => RegExp>> = {
  nodejs: (name) =>
    new RegExp(`^(?!\\s*(?://|\\*)).*\\b(?:from|import|require)\\s*\\(?\\s*(['"\`])${name}(?:/[^'"\`\\n]*)?\\1`, 'm'),
  python: (name) => new RegExp(`^[ \\t]*(?:from[ \\t]+${name}[ \\t.]|import\\b[^#\\n]*?\\b${name}\\b)`, 'm'),
  ruby: (name) => new RegExp(`^[ \\t]*require[ \\t(]+['"]${name}(?:[/-][^'"\\n]*)?['"]`, 'm'),
};

/**
 * Finds the line of the project's own code that imports a module.
 * @param files that code, as paths on this machine
 */
export function importedAt(files: readonly string[], language: string, module: string): SourceLocation | undefined {
  const pattern = lines[language]?.(module.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&'));
  if (pattern === undefined) return undefined;
  for (const file of files.slice(0, maxFiles)) {
    const source = regularText(file);
    const match = pattern.exec(source);
    if (match !== null) return placeAt(file, source, match);
  }
  return undefined;
}

function placeAt(file: string, source: string, { 0: text, index }: RegExpExecArray): SourceLocation {
  const blanks = text.length - text.trimStart().length;
  const before = source.slice(0, index + blanks).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
