import { spawn } from 'node:child_process';

/** A program of the system, and its arguments. */
export interface Tool {
  /** A name that is looked for on `PATH`, or a path. */
  readonly command: string;
  readonly args: readonly string[];
}

/** What a tool printed. */
export interface ToolAnswer {
  readonly stdout: string;
  /** The tool's own process. */
  readonly pid: number;
}

/** The largest output that is accepted, in bytes. */
const maxAnswerBytes = 16 * 1024 * 1024;

/**
 * Runs a program of the system, and waits at most `limitMs` for it. One that takes longer is killed, without waiting for its
 * end.
 * @returns what it printed; `undefined` if it does not exist, may not be run, fails, prints too much, or takes too long
 */
export function runTool({ command, args }: Tool, limitMs: number): Promise<ToolAnswer | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    const pieces: Buffer[] = [];
    let bytes = 0;
    const settle = (answer: ToolAnswer | undefined): void => {
      clearTimeout(timer);
      if (answer === undefined) {
        child.kill('SIGKILL');
        child.stdout.destroy();
        child.unref();
      }
      resolve(answer);
    };
    const timer = setTimeout(() => settle(undefined), limitMs);
    child.stdout.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > maxAnswerBytes) settle(undefined);
      else pieces.push(piece);
    });
    child.on('error', () => settle(undefined));
    child.on('close', (code) => {
      settle(code === 0 ? { stdout: Buffer.concat(pieces).toString(), pid: child.pid ?? -1 } : undefined);
    });
  });
}
