import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { writeWithBackpressure } from '../report/console/write-with-backpressure.js';
import { commandLine } from './workflow-commands.js';

/** The part of the step's log that is the handler's. Nothing in it is a command to the runner. */
export interface LogGroup {
  /** Prints bytes as they are. A promise asks to wait before the next. */
  write(bytes: Buffer): void | Promise<void>;
  /** Prints a line that is a command of ours, which the runner takes wherever the group is. */
  command(line: string): void;
  /** Ends the group: from here on, commands are commands again. */
  close(): void;
}

/**
 * A group that opens with its first bytes. The runner is told to stop taking commands until it meets a token that
 * nobody can guess, and the token is given on a line of its own: after an unfinished one it would not be seen. A token
 * that was given stands in the log, and is never used again.
 */
export function createLogGroup(stdout: Writable, title: string, newToken: () => string = randomUUID): LogGroup {
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
      if (state === 'unopened') stdout.write(commandLine('group', title) + stop());
      state = bytes.at(-1) === 0x0a ? 'line start' : 'within a line';
      return writeWithBackpressure(stdout, bytes);
    },
    command(line) {
      stdout.write(isOpen() ? resume() + line + stop() : line);
      if (isOpen()) state = 'line start';
    },
    close() {
      if (isOpen()) stdout.write(`${resume()}::endgroup::\n`);
      state = 'closed';
    },
  };
}
