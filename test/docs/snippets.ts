import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.js';

/** A fenced block of a page. */
export interface Snippet {
  /** `PAGE: HEADING`, and a number from the second on under a heading. */
  readonly name: string;
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

/** The pages that people read: README.md, and those in docs/. */
export const pages = ['README.md', 'CONTRIBUTING.md', ...docs()];

function docs(): string[] {
  return readdirSync(join(repositoryRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
}

/** The text of a page. */
export function readPage(page: string): string {
  return readFileSync(join(repositoryRoot, page), 'utf8');
}

/** The fenced blocks of all pages. */
export const snippets: readonly Snippet[] = pages.flatMap((page) => snippetsOf(page, readPage(page)));

function snippetsOf(page: string, text: string): Snippet[] {
  const counts = new Map<string, number>();
  let heading = '';
  const found: Snippet[] = [];
  for (const [, title, language, block] of text.matchAll(/^#+ (.+)$|^```(\w*)\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) heading = title.replaceAll('`', '');
    if (block === undefined) continue;
    const count = (counts.get(heading) ?? 0) + 1;
    counts.set(heading, count);
    const name = `${page}: ${heading}${count === 1 ? '' : ` ${count}`}`;
    found.push({ name, page, language: language ?? '', text: block });
  }
  return found;
}
