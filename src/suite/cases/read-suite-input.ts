import { isMap, isSeq } from 'yaml';
import { parseYaml } from './document/parse-yaml.js';
import type { SuiteSources } from './suite-sources.js';

/**
 * What stands in one text in the place of a suite: paths and globs of case files, a line each, or the cases themselves.
 * A text is cases where it is YAML or JSON with a list of mappings, or a mapping.
 */
export function readSuiteInput(text: string): Pick<SuiteSources, 'files' | 'inline'> {
  return isCases(text) ? { files: [], inline: text } : { files: splitLines(text) };
}

function isCases(text: string): boolean {
  // What is no path has a mapping on its first line, or begins a flow of JSON.
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
