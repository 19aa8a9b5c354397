import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { spawnGroup } from '../../../process/process-group.js';
import { randomHex } from '../../../process/random.js';
import type { Room } from '../../containment/room.js';
import type { RoomProcess } from '../../containment/room-process.js';

/** One way to start a runtime: a program, its arguments, and what it needs in the environment beyond the function's own. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What will run, if that is known before the start and the runtime itself does not report it: `java 17.0.15`. */
  readonly interpreter?: string;
  /**
   * Whether the runtime logs to the telemetry descriptor, as AWS's client for Java does, whose messages have no line
   * endings.
   */
  readonly telemetry?: boolean;
  /** Whether the runtime is a bootstrap of ours that writes `CrashNotes`. */
  readonly notes?: boolean;
  /**
   * The path in Lambda, such as `/var/task/bootstrap`, of a program that is the function's own; absent for an interpreter.
   * If such a program can't be executed, the invocation fails with `Runtime.InvalidEntrypoint`, as in Lambda, and no other
   * candidate is tried.
   */
  readonly entrypoint?: string;
  /** Whether the runtime is a client of ours that can be given an open connection to the Runtime API. */
  readonly inheritsConnection?: boolean;
  /**
   * What a runtime that is given its connection needs in the environment, beyond that, to be started before it is known what it is
   * to run.
   */
  readonly waitsWith?: Readonly<Record<string, string>>;
  /** Whether the runtime is a bootstrap of ours that sends the token of its sandbox with each request. */
  readonly sendsToken?: boolean;
  /**
   * Whether the runtime is a bootstrap of ours that has something to save before its end: it saves and ends when it gets
   * `saveSignal`.
   */
  readonly saves?: boolean;
  /** Whether the runtime is a bootstrap of ours that can take a pipe for its standard output while it runs. */
  readonly takesPipe?: boolean;
}

/** A launch of one process. */
export interface SingleLaunch extends Launch {
  /** The file in which the process looks for the path of a pipe that it can take for its standard output, if it can. */
  readonly pipePath?: string;
}

/** Gives a runtime that `takesPipe` a path to look at. In a room, it would lead to another place. */
export function withPipePath(launch: Launch, { room }: Pick<LaunchSettings, 'room'>): SingleLaunch {
  if (launch.takesPipe !== true || room !== undefined || process.platform !== 'linux') return launch;
  const pipePath = join(tmpdir(), `invoke-local-output-${randomHex(16)}`);
  return { ...launch, pipePath, environment: { ...launch.environment, INVOKE_LOCAL_OUTPUT_PIPE: pipePath } };
}

/** Tells a runtime that `saves` to do it. The handler learns nothing of it. */
export const saveSignal = 'SIGUSR2';

/** The number of the descriptor for telemetry or for notes, in a runtime that has one. */
const telemetryDescriptor = 3;
const notesDescriptor = 3;
/** The number of the descriptor of a connection that a runtime is given. */
const connectionDescriptor = 4;

/** What the process of a runtime is started with. */
export interface LaunchSettings {
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Whether a runtime that can take an open connection to the Runtime API is given one, which is fastest for a single
   * invocation.
   */
  readonly givesConnection?: boolean;
  /** Where it is contained, if it is. */
  readonly room?: Room | undefined;
  /** Shows the Runtime API that a request comes from the sandbox. */
  readonly token?: () => string;
}

/** The process of a runtime, as it was started. */
export interface LaunchedProcess {
  readonly child: ChildProcess;
  /** What the runtime writes to Lambda's telemetry descriptor. */
  readonly telemetry?: Readable;
  /** Our end of its connection to the Runtime API. */
  readonly connection?: Socket;
  /** How it is in its room, if it is in one. */
  readonly inRoom?: RoomProcess;
}

/**
 * Starts the runtime of a sandbox in a process group of its own, with exactly the environment that is given, no standard
 * input, and pipes for both outputs.
 * @param notes the descriptor of the file for its notes
 */
export function launch(
  { command, args, environment = {}, telemetry = false, inheritsConnection = false, sendsToken = false }: Launch,
  sandbox: LaunchSettings,
  notes?: number,
): LaunchedProcess {
  const isConnected = inheritsConnection && sandbox.givesConnection === true && process.platform !== 'win32';
  const third = telemetry ? ('pipe' as const) : notes;
  const further = isConnected ? [third ?? ('ignore' as const), 'pipe' as const] : third === undefined ? [] : [third];
  const { workingDirectory, room } = sandbox;
  const env = environmentOf({ telemetry, environment, sendsToken }, sandbox, {
    hasNotes: notes !== undefined,
    isConnected,
  });
  const stdio = ['ignore' as const, 'pipe' as const, 'pipe' as const, ...further];
  const passed = further.flatMap((stream, index) => (stream === 'ignore' ? [] : [telemetryDescriptor + index]));
  const inRoom = room?.start({ command, args, environment: env, workingDirectory, passed }, stdio);
  const child = inRoom?.child ?? spawnGroup(command, args, { cwd: workingDirectory, env, stdio });
  const { [telemetryDescriptor]: frames, [connectionDescriptor]: connection } = child.stdio;
  return {
    child,
    ...(telemetry && frames instanceof Readable ? { telemetry: frames } : {}),
    ...(connection instanceof Socket ? { connection } : {}),
    ...(inRoom === undefined ? {} : { inRoom }),
  };
}

/** The whole environment of a runtime's process. */
export function environmentOf(
  { environment, telemetry = false, sendsToken = false }: Pick<Launch, 'environment' | 'telemetry' | 'sendsToken'>,
  sandbox: Pick<LaunchSettings, 'environment' | 'token'>,
  { hasNotes, isConnected }: { readonly hasNotes: boolean; readonly isConnected: boolean },
): Record<string, string> {
  return {
    ...sandbox.environment,
    ...environment,
    ...(telemetry ? { _LAMBDA_TELEMETRY_LOG_FD: String(telemetryDescriptor) } : {}),
    ...(hasNotes ? { INVOKE_LOCAL_NOTES: String(notesDescriptor) } : {}),
    ...(isConnected ? { INVOKE_LOCAL_CONNECTION: String(connectionDescriptor) } : {}),
    ...(sendsToken && !isConnected && sandbox.token !== undefined ? { INVOKE_LOCAL_TOKEN: sandbox.token() } : {}),
  };
}

/**
 * An exit with one of these codes before the runtime has connected means: the program is a shim for an interpreter that is
 * not there. 103 is that of Windows' launcher for Python (PC/launcher2.c, `RC_NO_PYTHON`), 9009 that of its command interpreter.
 */
const deadShimCodes: readonly number[] = [9, 103, 126, 127, 9009];

/** Whether an exit before the runtime connected means that another candidate should be tried. */
export function isDeadShim(code: number): boolean {
  return deadShimCodes.includes(code);
}
