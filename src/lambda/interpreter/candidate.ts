/** An interpreter that may run a function. */
export interface Candidate {
  /** Absolute path of the program. */
  readonly command: string;
  /** Arguments that come before all others, such as the version that a launcher is asked for. */
  readonly args?: readonly string[];
  /** The version, such as `22.11.0` or `3.12`, if it is known without starting the program. */
  readonly version?: string;
}

/** What the search for an interpreter starts from. */
export interface InterpreterSearch {
  /** The declared version: `22`, `3.12`. */
  readonly version: string;
  readonly sourceRoot: string;
  /** The environment to search in: `PATH`, `VIRTUAL_ENV`, `RUNNER_TOOL_CACHE`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The candidates that were found, each program once. */
export function distinct(candidates: readonly (Candidate | undefined)[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter((candidate): candidate is Candidate => {
    if (candidate === undefined) return false;
    const start = [candidate.command, ...(candidate.args ?? [])].join('\0');
    if (seen.has(start)) return false;
    seen.add(start);
    return true;
  });
}

/** Whether a full version is one of the declared one: `22.11.0` is a `22`, `3.1.0` is no `3.12`. */
export function matches(version: string | undefined, declared: string): boolean {
  return version !== undefined && (version === declared || version.startsWith(`${declared}.`));
}
