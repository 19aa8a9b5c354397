import { parse } from 'yaml';
import { type Snippet, snippets } from './snippets.js';

/** The snippets with cases of a suite: a list of cases, or a mapping that has some. */
export const suiteSnippets: readonly Snippet[] = snippets.filter(
  ({ language, text }) => language === 'yaml' && isSuite(parse(text)),
);

function isSuite(document: unknown): boolean {
  if (Array.isArray(document)) return document.every((item) => isMapping(item) && 'function' in item);
  return isMapping(document) && 'cases' in document;
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
