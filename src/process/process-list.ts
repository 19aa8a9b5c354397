import { readdir, readFile } from 'node:fs/promises';
import { systemProgram } from '../host/windows-system.js';
import { runTool, type Tool } from './run-tool.js';
import { fieldsOf } from './stat-fields.js';

/** One process of this machine. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parentPid: number;
}

/** How long a program that lists processes may take, in ms. Windows PowerShell needs a second just to start. */
export const listingLimitMs = 5_000;

/**
 * The programs that list processes, on a system that has no files for it. Each is tried only if the one before gives
 * nothing.
 */
export function listingTools(): readonly Tool[] {
  if (process.platform !== 'win32') return [{ command: 'ps', args: ['-A', '-o', 'ppid=,pid='] }];
  return [
    // It prints the columns in alphabetical order. It is fast, but newer versions of Windows lack it.
    { command: systemProgram('wbem', 'WMIC.exe'), args: ['process', 'get', 'ParentProcessId,ProcessId'] },
    {
      command: systemProgram('WindowsPowerShell', 'v1.0', 'powershell.exe'),
      args: ['-NoProfile', '-NonInteractive', '-Command', powershellListing],
    },
  ];
}

const powershellListing =
  "Get-CimInstance Win32_Process | ForEach-Object { '{0} {1}' -f $_.ParentProcessId, $_.ProcessId }";

/**
 * The processes that run now. On Linux they are read from `/proc`, elsewhere a program lists them. Zombies are left out if
 * the system shows which they are.
 * @param tools the programs to try
 * @returns none if the system can't list them
 */
export async function listProcesses(tools: readonly Tool[] = listingTools()): Promise<readonly ProcessEntry[]> {
  return process.platform === 'linux' ? linuxProcesses() : askedProcesses(tools);
}

/** The answer of the first program that gives one. */
export async function askedProcesses(tools: readonly Tool[]): Promise<readonly ProcessEntry[]> {
  for (const tool of tools) {
    const answer = await runTool(tool, listingLimitMs);
    const entries = parseListing(answer?.stdout ?? '').filter(({ pid }) => pid !== answer?.pid);
    if (entries.length > 0) return entries;
  }
  return [];
}

/** Reads lines of two numbers, the parent's first. WMIC may write UTF-16. */
function parseListing(text: string): ProcessEntry[] {
  return text
    .replaceAll('\0', '')
    .split(/[\r\n]+/)
    .flatMap((line) => {
      const [, parentPid, pid] = /^\s*(\d+)\s+(\d+)\s*$/.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), parentPid: Number(parentPid) }];
    });
}

async function linuxProcesses(): Promise<ProcessEntry[]> {
  const entries = await Promise.all(
    (await linuxPids()).map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
      // A zombie is already gone.
      const [state, parentPid] = fieldsOf(stat);
      return { pid, parentPid: Number(parentPid), alive: state !== undefined && state !== '' && state !== 'Z' };
    }),
  );
  return entries.filter(({ alive }) => alive);
}

/** The numbers of all processes, by `/proc`. */
export async function linuxPids(): Promise<number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}
