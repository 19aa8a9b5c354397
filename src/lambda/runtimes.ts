/** A language whose functions can be run, as it stands in Lambda's runtime identifiers. */
export type Language = 'nodejs' | 'python';

/** What the identifiers that can be run look like, for messages. */
export const supportedRuntimes = 'nodejs* (such as nodejs22.x) and python3* (such as python3.13)';

const pattern = /^(?:nodejs(\d+)\.x|python(3\.\d+))$/;

/** A declared runtime taken apart: `nodejs22.x` is Node `22`, `python3.12` is Python `3.12`. */
export interface DeclaredRuntime {
  readonly language: Language;
  /** The version that the identifier names: a major for Node, major and minor for Python. */
  readonly version: string;
}

/** Takes a runtime identifier apart; `undefined` where it is not one that can be run. */
export function parseRuntime(runtime: string): DeclaredRuntime | undefined {
  const match = pattern.exec(runtime);
  if (match?.[1] !== undefined) return { language: 'nodejs', version: match[1] };
  if (match?.[2] !== undefined) return { language: 'python', version: match[2] };
  return undefined;
}

/** Whether functions of this runtime can be run. */
export function isSupportedRuntime(runtime: string): boolean {
  return parseRuntime(runtime) !== undefined;
}
