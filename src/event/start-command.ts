import type { Readable } from 'node:stream';
import { bash, bashArgs } from '../host/bash.js';
import { environmentOf } from '../host/environment.js';
import { findOnPath } from '../host/search-path.js';
import type { Enclosure } from '../process/enclosure.js';
import { startGroup } from '../process/group-process.js';
import { trackProcesses } from '../process/tracked-processes.js';

/** A command that runs. */
export interface RunningCommand {
  /** Its exit code, `null` if a signal ended it; an error if it could not be started. */
  readonly exitCode: Promise<number | null>;
  /** Ends everything that it started. */
  end(): Promise<void>;
}

/** A command, and what takes its output. */
export interface CommandStart {
  readonly command: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onOutput: (chunk: Buffer, stream: 'stdout' | 'stderr') => void;
}

/**
 * The command's standard input is empty. If it were an open pipe, a program that reads it would wait until the time limit.
 */
const noInput = 'exec < /dev/null; ';

/**
 * How long the pipes are still read after the command has ended, in ms: a process that it left behind may hold them open.
 */
const drainMs = 500;

/** Starts a command with bash. */
export async function startCommand(start: CommandStart): Promise<RunningCommand> {
  const { command, folder, environment, onOutput } = start;
  const { exec } = await import('@actions/exec');
  const processes = await trackProcesses();
  const exitCode = exec(`"${bash()}"`, [...bashArgs, noInput + command], {
    cwd: folder,
    env: environmentOf(environment, processes.marker),
    silent: true,
    ignoreReturnCode: true,
    delay: drainMs,
    listeners: { stdout: (chunk) => onOutput(chunk, 'stdout'), stderr: (chunk) => onOutput(chunk, 'stderr') },
  });
  return { exitCode, end: () => processes.end() };
}

/** Starts a command with bash, enclosed. All that it starts ends with it. */
export function startEnclosedCommand(start: CommandStart, enclosure: Enclosure): RunningCommand {
  const { command, folder, environment, onOutput } = start;
  const shell = findOnPath(bash(), environment['PATH']) ?? bash();
  const child = startGroup(
    shell,
    [...bashArgs, noInput + command],
    { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'], enclosure },
    () => {},
  );
  const [, stdout, stderr] = child.stdio as [null, Readable?, Readable?];
  stdout?.on('data', (chunk: Buffer) => onOutput(chunk, 'stdout'));
  stderr?.on('data', (chunk: Buffer) => onOutput(chunk, 'stderr'));
  const exitCode = child.gone.then((end) => {
    if (end.kind === 'not-started') throw new Error(end.reason);
    return end.kind === 'exit' ? end.code : null;
  });
  return {
    exitCode,
    end: async () => {
      child.kill();
      await child.gone;
    },
  };
}
