import { snippets } from './snippets.js';

/** The text of a snippet, by its name; empty if there is none. */
export const textOf = (name: string): string => snippets.find((snippet) => snippet.name === name)?.text ?? '';

/** The snippets that are files, which others need: their names, by path. */
export const fileSnippets: Readonly<Record<string, string>> = {
  '.github/answers.env': 'docs/serverless.md: Without AWS: variables 2',
  'serverless-compose.yml': 'docs/serverless.md: Compositions',
  'events/stock.aws.yml': 'docs/aws.md: Recorded calls',
  'stubs/stock.yml': 'docs/aws.md: Stubs',
  'test/stock.suite.yml': 'docs/aws.md: In a suite',
};

/** The same with their texts. */
export const snippetFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(fileSnippets).map(([path, name]) => [path, textOf(name)]),
);
