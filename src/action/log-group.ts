import type { Writable } from 'node:stream';
import { secretHex } from '../process/random.js';
import { writeWithBackpressure } from '../report/console/write-with-backpressure.js';
import { commandLine } from './workflow-commands.js';

/** The group of the step's log with the handler's output. The runner takes nothing in it as a command. */
export interface LogGroup {
  /** Prints bytes unchanged. If it returns a promise, wait for it before the next call. */
  write(bytes: Buffer): void | Promise<void>;
  /** Prints a command of ours, which the runner takes even while the group is open. */
  command(line: string): void;
  /** Ends the group. After that the runner takes commands again. */
  close(): void;
}

/**
 * A group that opens with its first bytes. The runner is told to take no commands until it reads a token that nobody can
 * guess. The token needs a line of its own, since the runner would not see it after an unfinished line. A used token is
 * visible in the log, so it is never used again.
 * @param title its heading; without one nothing is folded
 */
export function createLogGroup(
  stdout: Writable,
  title: string | undefined,
  newToken: () => string = () => secretHex(32),
): LogGroup {
  let state: 'unopened' | 'line start' | 'within a line' | 'closed' = 'unopened';
  let token = '';
  const isOpen = (): boolean => state !== 'unopened' && state !== 'closed';
  const stop = (): string => {
    token = newToken();
    return commandLine('stop-commands', token);
  };
  const resume = (): string => `${state === 'within a line' ? '\n' : ''}::${token}::\n`;
  return {
    write(bytes) {
      if (bytes.length === 0 || state === 'closed') return;
      if (state === 'unopened') stdout.write((title === undefined ? '' : commandLine('group', title)) + stop());
      state = bytes.at(-1) === 0x0a ? 'line start' : 'within a line';
      return writeWithBackpressure(stdout, bytes);
    },
    command(line) {
      stdout.write(isOpen() ? resume() + line + stop() : line);
      if (isOpen()) state = 'line start';
    },
    close() {
      if (isOpen()) stdout.write(resume() + (title === undefined ? '' : '::endgroup::\n'));
      state = 'closed';
    },
  };
}
