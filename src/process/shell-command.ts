import { bash, bashArgs } from '../host/bash.js';
import { findOnPath } from '../host/search-path.js';
import type { Enclosure } from './enclosure.js';
import type { TakeOutput } from './forward-output.js';
import { forwardOutput } from './forward-output.js';
import { type ChildEnd, startGroup } from './group-process.js';
import type { ReportLeft } from './left-process.js';
import { withTimeLimit } from './time-limit.js';

/** A command of the user, and where it is run. */
export interface ShellCommand {
  readonly command: string;
  /** Absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What encloses it, if something does. */
  readonly enclosure?: Enclosure | undefined;
  readonly timeoutMs: number;
  /** Ends it, and everything that it started. */
  readonly signal: AbortSignal;
  readonly onOutput: TakeOutput;
  readonly onLeft: ReportLeft;
}

/**
 * Runs a command with bash. Its standard input is empty.
 * @returns how it ended
 * @throws TimeLimitError if the time is up; the signal's reason if that was aborted
 */
export async function runShellCommand(shell: ShellCommand): Promise<ChildEnd> {
  const { command, folder, environment, enclosure, timeoutMs, signal, onOutput, onLeft } = shell;
  return withTimeLimit(timeoutMs, signal, async (end) => {
    const stdio = ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'];
    const options = { cwd: folder, env: environment, stdio, enclosure };
    // What encloses programs looks for none on PATH.
    const shell = enclosure === undefined ? bash() : (findOnPath(bash(), environment['PATH']) ?? bash());
    const started = startGroup(shell, [...bashArgs, command], options, onLeft);
    const [, stdout, stderr] = started.stdio;
    if (stdout && 'read' in stdout) forwardOutput(stdout, 'stdout', onOutput);
    if (stderr && 'read' in stderr) forwardOutput(stderr, 'stderr', onOutput);
    end.addEventListener('abort', () => started.kill());
    if (end.aborted) started.kill();
    return started.gone;
  });
}
