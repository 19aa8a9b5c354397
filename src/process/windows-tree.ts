import type { ChildProcess } from 'node:child_process';
import type { LeftProcess } from './left-process.js';
import { hasEnded } from './process-group.js';
import { askedProcesses, listingTools } from './process-list.js';
import { descendantsIn } from './process-tree.js';
import { runTool, type Tool } from './run-tool.js';
import { systemProgram } from './windows-system.js';

/** How long `taskkill` is waited for, in ms. */
const taskkillLimitMs = 3_000;

/** The programs of Windows that help to end a process tree. Any of them may be missing, denied, failing or hanging. */
export interface TreeTools {
  /** Ends a process with all that descends from it. */
  readonly taskkill: (pid: number) => Tool;
  /** List processes. */
  readonly listings: readonly Tool[];
}

/** Those of this machine. */
function systemTools(): TreeTools {
  const taskkill = systemProgram('taskkill.exe');
  return { taskkill: (pid) => ({ command: taskkill, args: ['/pid', `${pid}`, '/t', '/f'] }), listings: listingTools() };
}

/**
 * Ends a process with all that descends from it, on Windows. Where `taskkill` does not do it, the process itself is ended, which takes
 * no other program, and then what the system's lists say descends from it. Where it has ended before, only the lists tell.
 * @returns those that could not be ended
 */
export async function endTree(child: ChildProcess, tools: TreeTools = systemTools()): Promise<LeftProcess[]> {
  const { pid } = child;
  if (pid === undefined) return [];
  if (!hasEnded(child) && (await runTool(tools.taskkill(pid), taskkillLimitMs)) !== undefined) return [];
  const isGone = hasEnded(child);
  const left = isGone ? [] : endProcess(pid);
  const processes = await askedProcesses(tools.listings);
  // A process with the number of one that is gone is another one.
  if (isGone && processes.some((process) => process.pid === pid)) return left;
  return [...left, ...[...descendantsIn(processes, [pid])].flatMap(endProcess)];
}

function endProcess(pid: number): LeftProcess[] {
  try {
    process.kill(pid, 'SIGKILL');
    return [];
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ESRCH';
    return isMissing ? [] : [{ pid, why: 'this user may not end' }];
  }
}
