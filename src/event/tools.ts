import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { Enclosure } from '../process/enclosure.js';

/** What is needed to read an event or a context. */
export interface EventTools {
  /** The service's root, from which relative paths start, and in which modules and commands run. Absolute. */
  readonly root: string;
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
  /** Returns the environment of modules and commands: the handler's own, already filtered. Called only if one runs. */
  readonly environment: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** What Node needs to import a TypeScript module. If absent, such a file is read as text. */
  readonly loaderFor?: (
    file: string,
  ) => Promise<{ readonly nodeArgs: readonly string[]; readonly environment: Readonly<Record<string, string>> }>;
  /** What encloses modules and commands; `undefined` if nothing does. */
  readonly enclose?: () => Promise<Enclosure | undefined>;
  readonly report: ReportDiagnostic;
  /** Ends a module, a command or a wait for standard input, which then throws the signal's reason. */
  readonly signal: AbortSignal;
  /** Takes what a module prints. If it returns a promise, further pieces are held back until it settles. */
  readonly onOutput: (chunk: Buffer, stream: 'stdout' | 'stderr') => void | Promise<void>;
  /** How long a module may take, by default 30 s. */
  readonly moduleTimeoutMs?: number;
  /** How long a command may take, by default 60 s. */
  readonly commandTimeoutMs?: number;
}
