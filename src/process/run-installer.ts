import { InstallationError } from './install-once.js';
import { runProgram } from './run-program.js';

/** A program that installs something. */
export interface Installer {
  /** Its name, for messages: `npm`. */
  readonly tool: string;
  /** A name that is looked for on `PATH`, or a path. */
  readonly command: string;
  readonly args: readonly string[];
  /** Its working folder. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** How an installer ended. `how` is the exit code, or what else it was; `printed` is all that it said. */
export type InstallerEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly how: string; readonly printed: string };

/** How long an installer may take, in ms. */
const limitMs = 120_000;

/** How long it may take to end when it is asked to, in ms. */
const graceMs = 2_000;

/**
 * Runs an installer to its end.
 * @throws InstallationError where it takes too long
 * @throws the signal's reason where it was aborted
 */
export async function runInstaller(installer: Installer): Promise<InstallerEnd> {
  const { tool, command, args, folder, environment, signal } = installer;
  const end = await runProgram({ command, args, options: { cwd: folder, env: environment }, limitMs, graceMs, signal });
  signal.throwIfAborted();
  switch (end.kind) {
    case 'exit':
      if (end.code === 0) return { kind: 'done' };
      return { kind: 'failed', how: `exit code ${end.code}`, printed: `${end.stderr}\n${end.stdout}` };
    case 'signal':
      return { kind: 'failed', how: end.signal, printed: '' };
    case 'not-started':
      return { kind: 'failed', how: `${command} can't be started (${end.error.code})`, printed: '' };
    default:
      throw new InstallationError(`${tool} took longer than ${limitMs / 1000} s`);
  }
}
