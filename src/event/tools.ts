import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';

/** What reading an event or a context needs from the rest. */
export interface EventTools {
  /** The service's root: what relative paths start from, and where modules and commands run. Absolute. */
  readonly root: string;
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
  /** The environment of modules and commands: the handler's own, already filtered. Asked for only where one runs. */
  readonly environment: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** What Node needs to import a TypeScript module. Without it, such a file is text. */
  readonly loaderFor?: (
    file: string,
  ) => Promise<{ readonly nodeArgs: readonly string[]; readonly environment: Readonly<Record<string, string>> }>;
  readonly report: ReportDiagnostic;
  /** Ends a module, a command or a wait for standard input. Its reason is thrown then. */
  readonly signal: AbortSignal;
  /** Takes what a module prints. A promise holds further pieces back until it settles. */
  readonly onOutput: (chunk: Buffer, stream: 'stdout' | 'stderr') => void | Promise<void>;
  /** How long a module may take, 30 s where nothing is said. */
  readonly moduleTimeoutMs?: number;
  /** How long a command may take, 60 s where nothing is said. */
  readonly commandTimeoutMs?: number;
}
