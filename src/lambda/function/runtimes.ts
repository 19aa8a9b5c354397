/** What is known of each language whose functions can be run, by its name in Lambda's runtime identifiers. */
const languages = {
  nodejs: { title: 'Node.js', identifier: /^nodejs(\d+)\.x$/, example: 'nodejs* (such as nodejs22.x)' },
  python: { title: 'Python', identifier: /^python(3\.\d+)$/, example: 'python3* (such as python3.13)' },
  java: { title: 'Java', identifier: /^java(8|\d\d)(?:\.al2(?:023)?)?$/, example: 'java* (such as java21)' },
  ruby: { title: 'Ruby', identifier: /^ruby(\d+\.\d+)$/, example: 'ruby* (such as ruby3.4)' },
  custom: {
    title: 'a custom runtime',
    identifier: /^(provided(?:\.al2(?:023)?)?|go1\.x)$/,
    example: 'provided, provided.al2, provided.al2023, go1.x',
  },
} as const;

/** A language whose functions can be run. */
export type Language = keyof typeof languages;

/** A declared runtime taken apart: `nodejs22.x` is Node `22`, `python3.12` is Python `3.12`. */
export interface DeclaredRuntime {
  readonly language: Language;
  /** The version that the identifier names: a major for Node and Java, major and minor for Python and Ruby; all of it for custom runtimes. */
  readonly version: string;
}

/** What the identifiers that can be run look like, for messages. */
export const supportedRuntimes = listed(Object.values(languages).map(({ example }) => example));

/** The name of a language, as its documentation writes it. */
export function languageTitle(language: Language): string {
  return languages[language].title;
}

/** Takes a runtime identifier apart; `undefined` where it is not one that can be run. */
export function parseRuntime(runtime: string): DeclaredRuntime | undefined {
  for (const [language, { identifier }] of Object.entries(languages)) {
    const version = identifier.exec(runtime)?.[1];
    if (version !== undefined) return { language: language as Language, version };
  }
  return undefined;
}

/** Whether functions of this runtime can be run. */
export function isSupportedRuntime(runtime: string): boolean {
  return parseRuntime(runtime) !== undefined;
}

function listed(items: readonly string[]): string {
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
