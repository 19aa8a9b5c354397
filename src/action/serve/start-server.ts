import { spawn } from 'node:child_process';
import { UserError } from '../../diagnostics/user-error.js';
import type { ServerJob, ServerMessage } from './server-job.js';

/** A server that runs in the background. */
export interface StartedServer {
  readonly pid: number;
  readonly url: string;
  readonly port: number;
  readonly functions: readonly string[];
}

/** How a server is started. */
export interface ServerStart {
  /** The program, which gets the path of the log as its argument. Absolute. */
  readonly program: string;
  readonly logFile: string;
  readonly job: ServerJob;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/**
 * Starts a server, and waits until it is ready. It outlives this process.
 * @throws UserError where it can't serve
 * @throws the signal's reason where that was aborted; the server then ends
 */
export async function startServer({ program, logFile, job, environment, signal }: ServerStart): Promise<StartedServer> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, [program, logFile], {
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    env: environment,
  });
  const abort = (): void => void child.kill();
  signal.addEventListener('abort', abort, { once: true });
  try {
    child.stdin?.on('error', () => {});
    child.stdin?.end(JSON.stringify(job));
    const message = await new Promise<ServerMessage | undefined>((resolve, reject) => {
      child.once('message', (said) => resolve(said as ServerMessage));
      child.once('error', reject);
      child.once('exit', () => resolve(undefined));
    });
    signal.throwIfAborted();
    if (message !== undefined && 'ready' in message && child.pid !== undefined)
      return { pid: child.pid, ...message.ready };
    if (message !== undefined && 'refused' in message) throw new UserError(message.refused);
    throw new Error(`The server ended before it was ready. Its log is ${logFile}.`);
  } finally {
    signal.removeEventListener('abort', abort);
    if (child.connected) child.disconnect();
    child.unref();
  }
}
