import type { ChildProcess } from 'node:child_process';
import { spawnGroup } from '../../../process/process-group.js';

/** One way to start a runtime: a program, its arguments, and what it needs in the environment beyond the function's own. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What will run, where the runtime does not tell and it is known before: `java 17.0.15`. */
  readonly interpreter?: string;
  /** Whether the runtime logs by the telemetry descriptor, as AWS's client for Java does, whose messages have no line ends. */
  readonly telemetry?: boolean;
  /** Whether the runtime is a bootstrap of ours that writes `CrashNotes`. */
  readonly notes?: boolean;
  /**
   * Where Lambda has the program, if it is the function's own, such as `/var/task/bootstrap`, and not an interpreter that was
   * found: where it can't be executed, the invocation fails with `Runtime.InvalidEntrypoint`, as in Lambda, and no other
   * candidate is tried.
   */
  readonly entrypoint?: string;
}

/** The number of the telemetry descriptor, or of that for notes, where a runtime has one. */
export const telemetryDescriptor = 3;
const notesDescriptor = 3;

/**
 * Starts the runtime of a sandbox in a process group of its own, with the environment as it is given and nothing else,
 * no standard input, and both outputs on pipes, and the telemetry descriptor too.
 * @param notes the descriptor of the file for its notes
 */
export function launch(
  { command, args, environment, telemetry = false }: Launch,
  sandbox: { readonly workingDirectory: string; readonly environment: Readonly<Record<string, string>> },
  notes?: number,
): ChildProcess {
  return spawnGroup(command, args, {
    cwd: sandbox.workingDirectory,
    env: {
      ...sandbox.environment,
      ...environment,
      ...(telemetry ? { _LAMBDA_TELEMETRY_LOG_FD: String(telemetryDescriptor) } : {}),
      ...(notes === undefined ? {} : { INVOKE_LOCAL_NOTES: String(notesDescriptor) }),
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(telemetry ? (['pipe'] as const) : notes === undefined ? [] : [notes])],
  });
}

/** How these exit codes are read before the runtime has connected: the program is a shim for an interpreter that is not there. */
const deadShimCodes: readonly number[] = [9, 126, 127, 9009];

/** Whether an exit before the runtime connected means that another candidate should be tried. */
export function isDeadShim(code: number): boolean {
  return deadShimCodes.includes(code);
}
