import { join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Enclosure } from './enclosure.js';
import { forwardOutput, type TakeOutput } from './forward-output.js';
import { endPhrase, startGroup } from './group-process.js';
import type { ReportLeft } from './left-process.js';
import { settlesWithin } from './settles-within.js';
import { startWatchdog, watchOver } from './watchdog.js';

/** How to start the process that evaluates modules. */
export interface EvaluatorLaunch {
  /** The folder of the bootstraps. */
  readonly runtimes: string;
  /** Arguments for Node itself, such as those of a loader. */
  readonly nodeArgs: readonly string[];
  /** The arguments after the program in the modules' `process.argv`. */
  readonly args: readonly string[];
  /** The whole environment of the process. */
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  /** What encloses it, if something does. */
  readonly enclosure?: Enclosure | undefined;
  readonly onOutput: TakeOutput;
  readonly onLeft: ReportLeft;
}

/** A process that evaluates modules, and the channel to it. */
export interface EvaluatorProcess {
  send(message: object): void;
  /** Ends the process and everything that it started, at once. */
  kill(): void;
  /**
   * Lets the process end by itself, or else ends it. When this settles, it has ended, and everything that it printed has
   * been passed on.
   */
  end(): Promise<void>;
}

/** Callbacks about the process. Neither is called after the process has ended. */
export interface EvaluatorEvents {
  onMessage(message: Record<string, unknown>): void;
  /** The process has ended, or can't be used any longer; `how` is a phrase such as `exit code 3`. */
  onEnd(how: string): void;
}

/** The largest message that is accepted, in bytes. */
const maxMessageBytes = 64 * 1024 * 1024;
/** How long the process has to end by itself, in ms. */
const graceMs = 500;

/** Starts the process that evaluates modules of the project, in a process group of its own, which always ends before us. */
export function startEvaluator(launch: EvaluatorLaunch, events: EvaluatorEvents): EvaluatorProcess {
  const { runtimes, nodeArgs, args, environment, workingDirectory, enclosure, onOutput, onLeft } = launch;
  if (enclosure === undefined) startWatchdog(environment);
  const program = join(runtimes, 'node', 'evaluator.mjs');
  const child = startGroup(
    process.execPath,
    [...nodeArgs, program, ...args],
    { cwd: workingDirectory, env: environment, stdio: ['ignore', 'pipe', 'pipe', 'pipe'], enclosure },
    onLeft,
  );
  const watched =
    enclosure === undefined && child.leader !== undefined ? watchOver(child.leader, environment) : undefined;
  const [, stdout, stderr, channel] = child.stdio as [null, Readable?, Readable?, Duplex?];
  if (stdout) forwardOutput(stdout, 'stdout', onOutput);
  if (stderr) forwardOutput(stderr, 'stderr', onOutput);

  let told = false;
  const tellEnd = (how: string) => {
    if (told) return;
    told = true;
    events.onEnd(how);
  };
  channel?.on('error', () => {});
  if (channel) {
    readLines(channel, (line) => {
      const message = line === undefined ? undefined : parsed(line);
      if (message !== undefined && !told) events.onMessage(message);
      if (message !== undefined) return;
      tellEnd(line === undefined ? `it gives more than ${maxMessageBytes} bytes` : 'its channel to us was written to');
      child.kill();
    });
  }
  const gone = child.gone.then((end) => {
    tellEnd(endPhrase(end));
    watched?.release();
  });

  const send = (message: object) => {
    if (channel?.writable) channel.write(`${JSON.stringify(message)}\n`);
  };
  return {
    send,
    kill: child.kill,
    async end() {
      send({ type: 'end' });
      if (!(await settlesWithin(gone, graceMs))) child.kill();
      await gone;
    },
  };
}

/** Passes on each line of a stream. For a line that is too long it passes on `undefined`, and then stops. */
function readLines(stream: Duplex, take: (line: string | undefined) => void): void {
  const decoder = new StringDecoder();
  let pieces: string[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    const [first = '', ...others] = decoder.write(chunk).split('\n');
    pieces.push(first);
    bytes += chunk.length;
    for (const next of others) {
      take(pieces.join(''));
      pieces = [next];
      bytes = Buffer.byteLength(next);
    }
    if (bytes <= maxMessageBytes) return;
    stream.removeAllListeners('data').resume();
    take(undefined);
  });
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
