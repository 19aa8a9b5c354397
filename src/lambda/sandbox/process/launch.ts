import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
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
  /** Whether the runtime is a client of ours that can be given an open connection to the Runtime API. */
  readonly inheritsConnection?: boolean;
}

/** The number of the telemetry descriptor, or of that for notes, where a runtime has one. */
const telemetryDescriptor = 3;
const notesDescriptor = 3;
/** The number of the descriptor of its connection, where a runtime is given one. */
const connectionDescriptor = 4;

/** What the process of a runtime is started with. */
export interface LaunchSettings {
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Whether a runtime that can be given an open connection to the Runtime API gets one: for a single invocation that is the fastest. */
  readonly givesConnection?: boolean;
}

/** The process of a runtime, as it was started. */
export interface LaunchedProcess {
  readonly child: ChildProcess;
  /** Gives what the runtime logs by Lambda's telemetry descriptor. */
  readonly telemetry?: Readable;
  /** Our end of the connection that it has to the Runtime API. */
  readonly connection?: Socket;
}

/**
 * Starts the runtime of a sandbox in a process group of its own, with the environment as it is given and nothing else,
 * no standard input, and both outputs on pipes.
 * @param notes the descriptor of the file for its notes
 */
export function launch(
  { command, args, environment, telemetry = false, inheritsConnection = false }: Launch,
  sandbox: LaunchSettings,
  notes?: number,
): LaunchedProcess {
  const isConnected = inheritsConnection && sandbox.givesConnection === true && process.platform !== 'win32';
  const third = telemetry ? ('pipe' as const) : notes;
  const further = isConnected ? [third ?? ('ignore' as const), 'pipe' as const] : third === undefined ? [] : [third];
  const child = spawnGroup(command, args, {
    cwd: sandbox.workingDirectory,
    env: {
      ...sandbox.environment,
      ...environment,
      ...(telemetry ? { _LAMBDA_TELEMETRY_LOG_FD: String(telemetryDescriptor) } : {}),
      ...(notes === undefined ? {} : { INVOKE_LOCAL_NOTES: String(notesDescriptor) }),
      ...(isConnected ? { INVOKE_LOCAL_CONNECTION: String(connectionDescriptor) } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe', ...further],
  });
  const { [telemetryDescriptor]: frames, [connectionDescriptor]: connection } = child.stdio;
  return {
    child,
    ...(telemetry && frames instanceof Readable ? { telemetry: frames } : {}),
    ...(connection instanceof Socket ? { connection } : {}),
  };
}

/** How these exit codes are read before the runtime has connected: the program is a shim for an interpreter that is not there. */
const deadShimCodes: readonly number[] = [9, 126, 127, 9009];

/** Whether an exit before the runtime connected means that another candidate should be tried. */
export function isDeadShim(code: number): boolean {
  return deadShimCodes.includes(code);
}
