import { isMap, isSeq } from 'yaml';
import { parseYaml } from './document/parse-yaml.js';
import type { SuiteSources } from './suite-sources.js';

/**
 * A text that defines a suite: paths and globs of case files, one per line, or the cases themselves. It contains cases if it
 * is YAML or JSON with a mapping or a list of mappings.
 */
export function readSuiteInput(text: string): Pick<SuiteSources, 'files' | 'inline'> {
  return isCases(text) ? { files: [], inline: text } : { files: splitLines(text) };
}

function isCases(text: string): boolean {
  // Cases begin with a mapping on the first line, or with JSON.
  if (!/^\s*(?:#.*\n\s*)*(?:-\s|\[\s*\{|\{\s*(?:"|[\w$-]+\s*:)|[\w$-]+:(?:\s|$))/.test(text)) return false;
  const { document } = parseYaml(text);
  const { contents } = document;
  return isMap(contents) || (isSeq(contents) && contents.items.some((item) => isMap(item)));
}

/** The lines of a list, without blanks and comments. */
export function splitLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The words of a list, several on a line: blanks and commas part them. */
export function splitWords(text: string): string[] {
  return splitLines(text).flatMap((line) => line.split(/[\s,]+/).filter((word) => word !== ''));
}
