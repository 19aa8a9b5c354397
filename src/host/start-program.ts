import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { windowsStart } from './windows-programs.js';

/**
 * Starts a program by its path or its name, without a window.
 * @throws Error if the system refuses it, unless the program does not exist or may not be run
 */
export function startProgram(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  if (process.platform !== 'win32') return spawn(command, args, options);
  const start = windowsStart(command, args);
  return spawn(start.command, start.args, { ...options, ...start.options, windowsHide: true });
}
