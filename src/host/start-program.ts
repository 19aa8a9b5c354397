import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { type Environment, environmentOf } from './environment.js';
import { findOnPath } from './search-path.js';
import { windowsStart } from './windows-programs.js';
import { systemProgram } from './windows-system.js';

/**
 * Starts a program by its path or its name, without a window.
 * @throws Error if the system refuses it, unless the program does not exist or may not be run
 */
export function startProgram(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  if (process.platform !== 'win32') return spawn(command, args, options);
  const start = windowsStart(located(command, options.env ?? process.env), args);
  return spawn(start.command, start.args, { ...options, ...start.options, windowsHide: true });
}

/**
 * The path of a program that is named: Windows would look in the working folder first, which is the project's. Where it is not on
 * `PATH`, it is one of the system's, or none.
 */
function located(command: string, environment: Environment): string {
  if (/[\\/:]/.test(command)) return command;
  return findOnPath(command, environmentOf(environment)['PATH']) ?? systemProgram(command);
}
