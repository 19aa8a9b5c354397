import { systemProgram } from '../host/windows-system.js';
import type { LeftProcess } from './left-process.js';
import { hasEnded, type KnownProcess } from './process-group.js';
import { askedProcesses, listingTools } from './process-list.js';
import { descendantsIn } from './process-tree.js';
import { runTool, type Tool } from './run-tool.js';

/** How long `taskkill` may take, in ms. */
const taskkillLimitMs = 3_000;

/** The programs of Windows for ending a process tree. Any of them may be missing, be denied, fail or hang. */
export interface TreeTools {
  /** Ends a process with all that descends from it. */
  readonly taskkill: (pid: number) => Tool;
  /** The programs that list processes. */
  readonly listings: readonly Tool[];
}

/** The programs of this machine. */
function systemTools(): TreeTools {
  const taskkill = systemProgram('taskkill.exe');
  return { taskkill: (pid) => ({ command: taskkill, args: ['/pid', `${pid}`, '/t', '/f'] }), listings: listingTools() };
}

/**
 * Ends a process with its descendants, on Windows. If `taskkill` fails, the process itself is ended without another program,
 * and then its descendants by the system's list of processes. If it has ended already, only the list can tell its
 * descendants.
 * @returns the processes that could not be ended
 */
export async function endTree(root: KnownProcess, tools: TreeTools = systemTools()): Promise<LeftProcess[]> {
  const { pid } = root;
  if (pid === undefined) return [];
  if (!hasEnded(root) && (await runTool(tools.taskkill(pid), taskkillLimitMs)) !== undefined) return [];
  const isGone = hasEnded(root);
  const left = isGone ? [] : endProcess(pid);
  const processes = await askedProcesses(tools.listings);
  // If the process is gone, one with its id is another process.
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
