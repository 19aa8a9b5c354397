import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { endTree } from '../../process/windows-tree.js';
import { createLogGroup } from '../log-group.js';
import { commandLine } from '../workflow-commands.js';
import { readState } from './server-state.js';

/** How much of the log is shown, in bytes: its end. */
const shownBytes = 1024 * 1024;

/** How long a server may take to end all that it has started, in ms, and how often it is looked at. */
const endLimitMs = 15_000;
const intervalMs = 50;
/** How long it may take to end once it is killed, in ms. */
const killLimitMs = 2_000;

/** The post step of a server: ends it, and shows what its functions logged. */
export async function runPostStep(environment: NodeJS.ProcessEnv, stdout: NodeJS.WriteStream): Promise<void> {
  const state = readState(environment);
  if (state === undefined) return;
  const wasRunning = isServer(state.pid);
  const hasEnded = !wasRunning || (await endServer(state.pid));
  await showLog(state.logFile, stdout);
  if (!hasEnded) {
    const text = `The server could not be ended: its process ${state.pid} still runs. End it, or the machine.`;
    stdout.write(commandLine('warning', text));
  }
  if (!wasRunning) stdout.write(commandLine('warning', 'The server had ended before the job did. Its log says why.'));
}

/** Ends the server. @returns whether it has ended */
async function endServer(pid: number): Promise<boolean> {
  if (process.platform === 'win32') {
    // There is no signal that a server could end its sandboxes at: they end with it, as its descendants.
    await endTree({ pid, exitCode: null, signalCode: null });
  } else {
    signal(pid, 'SIGTERM');
    if (await endsWithin(pid, endLimitMs)) return true;
    // Its sandboxes are guarded, and end with it.
    signal(pid, 'SIGKILL');
  }
  return endsWithin(pid, killLimitMs);
}

/** Waits for the end of the server. @returns whether it came */
async function endsWithin(pid: number, limitMs: number): Promise<boolean> {
  for (let waitedMs = 0; isServer(pid); waitedMs += intervalMs) {
    if (waitedMs >= limitMs) return false;
    await delay(intervalMs);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}

/** Whether the process is there, and is the server: on Linux its number may be another one's by now. */
function isServer(pid: number): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    // That of a process that has ended, and was not waited for, is empty.
    return /\/action\/server\.js\0/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

/** Shows the end of the log, in which the runner takes nothing as a command. */
async function showLog(file: string, stdout: NodeJS.WriteStream): Promise<void> {
  const group = createLogGroup(stdout, 'Log of the functions that were served');
  try {
    const descriptor = openSync(file, 'r');
    try {
      const { size } = fstatSync(descriptor);
      const bytes = Buffer.alloc(Math.min(size, shownBytes));
      readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
      if (size > bytes.length) await group.write(Buffer.from(`The first ${size - bytes.length} bytes are left out.\n`));
      await group.write(bytes);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    stdout.write(commandLine('warning', `The log of the server can't be read: ${(error as Error).message}`));
  } finally {
    group.close();
  }
}
