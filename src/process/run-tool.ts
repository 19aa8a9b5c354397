import { runProgram } from './run-program.js';

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

/**
 * Runs a program of the system, and waits at most `limitMs` for it. One that takes longer is killed, without waiting for its
 * end.
 * @returns what it printed; `undefined` if it does not exist, may not be run, fails, prints too much, or takes too long
 */
export async function runTool(tool: Tool, limitMs: number): Promise<ToolAnswer | undefined> {
  const end = await runProgram({ ...tool, limitMs });
  return end.kind === 'exit' && end.code === 0 ? end : undefined;
}
