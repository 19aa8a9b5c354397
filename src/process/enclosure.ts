import type { ChildProcess, StdioOptions } from 'node:child_process';

/** A program that is to be enclosed. */
export interface EnclosedProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** Its whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** As the program sees it. */
  readonly workingDirectory: string;
  /** The descriptors that it gets besides the first three. */
  readonly passed: readonly number[];
}

/** The descriptors of a program, from 0 on. */
export type Stdio = readonly Extract<StdioOptions, readonly unknown[]>[number][];

/** How an enclosed program ended, or why it did not start. */
export type EnclosedEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals }
  /** The system refused to execute it: `ENOENT`, or another name of errno(3). */
  | { readonly kind: 'refused'; readonly code: string }
  /** It could not be enclosed. */
  | { readonly kind: 'failed'; readonly reason: string };

/** A program that is enclosed. It ends when this process does. */
export interface EnclosedProcess {
  /** The process through which it was started; its standard streams are the program's. */
  readonly child: ChildProcess;
  /** Settles when the program has ended, and with it all that it started. */
  readonly ended: Promise<EnclosedEnd>;
  /** Ends it. */
  leave(): void;
}

/** Starts programs so that they reach no more of the machine than they may. */
export interface Enclosure {
  start(program: EnclosedProgram, stdio: Stdio): EnclosedProcess;
}
