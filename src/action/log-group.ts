import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { writeWithBackpressure } from '../report/write-with-backpressure.js';
import { commandLine } from './workflow-commands.js';

/** The part of the step's log that is the handler's. Nothing in it is a command to the runner. */
export interface LogGroup {
  /** Prints bytes as they are. A promise asks to wait before the next. */
  write(bytes: Buffer): void | Promise<void>;
  /** Ends the group: from here on, commands are commands again. */
  close(): void;
}

/**
 * A group that opens with its first bytes. The runner is told to stop taking commands until it meets a token that
 * nobody can guess, and the token is given on a line of its own: after an unfinished one it would not be seen.
 */
export function createLogGroup(stdout: Writable, title: string, token: string = randomUUID()): LogGroup {
  let state: 'unopened' | 'line start' | 'within a line' | 'closed' = 'unopened';
  return {
    write(bytes) {
      if (bytes.length === 0 || state === 'closed') return;
      if (state === 'unopened') stdout.write(commandLine('group', title) + commandLine('stop-commands', token));
      state = bytes.at(-1) === 0x0a ? 'line start' : 'within a line';
      return writeWithBackpressure(stdout, bytes);
    },
    close() {
      if (state === 'within a line') stdout.write('\n');
      if (state !== 'unopened' && state !== 'closed') stdout.write(`::${token}::\n::endgroup::\n`);
      state = 'closed';
    },
  };
}
