import type { ReportLeft } from '../../process/left-process.js';
import type { RoomSettings } from '../containment/room.js';
import type { RoomServer } from '../containment/room-process.js';
import type { ExtensionSource } from '../extensions/find-extensions.js';
import type { LogSettings } from '../function/lambda-function.js';
import type { LogSink } from '../platform-log/log-sink.js';
import type { PendingInvocation } from '../runtime-api/invocation.js';
import type { PackageAnswers } from '../runtime-api/package-question.js';
import type { Forerunner } from './process/forerunner.js';
import type { Launch } from './process/launch.js';

/** What a sandbox is made of. */
export interface SandboxOptions {
  /** The ways to start the runtime, tried in order until one of them connects. */
  readonly candidates: readonly [Launch, ...Launch[]];
  /** The whole environment except `AWS_LAMBDA_RUNTIME_API`. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Settings of the environment, each `NAME=value`, that no other sandbox has: its processes are found by them, and by the address of
   * its Runtime API, wherever they have gone.
   */
  readonly ownSettings?: readonly string[];
  readonly workingDirectory: string;
  readonly timeoutMs: number;
  readonly memorySizeMiB: number;
  /** How long the request for a next event is waited for after an answer, in ms; 100 by default. */
  readonly settleTimeoutMs?: number;
  readonly functionArn: string;
  /** Lambda's identifier of the declared runtime. Without it, `INIT_START` is not logged. */
  readonly runtime?: string;
  /** How the platform's own log is written; as text by default. */
  readonly logging?: Pick<LogSettings, 'format' | 'systemLevel'>;
  readonly logs: LogSink;
  /** Where external extensions are, if the function has layers. */
  readonly extensions?: ExtensionSource;
  /** How its processes are contained, if they are. */
  readonly room?: RoomSettings;
  /** The servers that are all it reaches in its room, beside the Runtime API; by default it has the network of this process. */
  readonly reaches?: readonly RoomServer[];
  /** Whether a second event is not expected, though it would be served. */
  readonly isForOneInvocation?: boolean;
  /** A process that was started on a guess. */
  readonly forerunner?: Forerunner;
  /** Who answers the runtime's questions for packages of its image. */
  readonly packages?: PackageAnswers;
  /** Takes the processes that could not be ended. */
  readonly onLeft?: ReportLeft;
  /**
   * Called when a process that does not belong to the sandbox has asked its Runtime API for something, which was refused: with
   * its number, if it is still there.
   */
  readonly onForeign?: (pid: number | undefined) => void;
  /** Called when the first process has been started. */
  readonly onStarting?: () => void;
  /** Called when an event is handed to the runtime. */
  readonly onDispatched?: () => void;
}

/** One event for a sandbox, with what is said of it. Without an id it gets a new one. */
export interface SandboxInvocation extends Partial<Omit<PendingInvocation, 'event' | 'deadlineMs'>> {
  /** The payload, or a function that returns it, which is called once the process is starting. */
  readonly event: Buffer | (() => Buffer);
}
