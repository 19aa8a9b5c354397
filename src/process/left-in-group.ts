import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { LeftProcess } from './left-process.js';
import { runningMembers } from './process-group.js';
import { runTool } from './run-tool.js';

/** How long `ps` may take, in ms. */
const listingLimitMs = 2_000;

/** The processes of a group that are still there, with the reason if the system tells it. POSIX only. */
export async function leftInGroup(leaderPid: number): Promise<LeftProcess[]> {
  return process.platform === 'linux' ? runningMembers(leaderPid).map(described) : leftByListing(leaderPid);
}

/** One process by `/proc/pid/status` (proc(5)). */
function described(pid: number): LeftProcess {
  let status = '';
  try {
    status = readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch {
    // It has just ended.
  }
  const field = (name: string): string | undefined => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1];
  return entry(pid, field('Name'), field('State'), Number(field('Uid')));
}

async function leftByListing(leaderPid: number): Promise<LeftProcess[]> {
  const answer = await runTool({ command: 'ps', args: ['-A', '-o', 'pgid=,pid=,uid=,stat=,comm='] }, listingLimitMs);
  return (answer?.stdout ?? '').split('\n').flatMap((line) => {
    const [, group, pid, uid, state, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (Number(group) !== leaderPid || state?.startsWith('Z')) return [];
    return [entry(Number(pid), basename(command), state, Number(uid))];
  });
}

function entry(pid: number, name: string | undefined, state: string | undefined, uid: number): LeftProcess {
  const why = reason(state, uid);
  return { pid, ...(name ? { name } : {}), ...(why === undefined ? {} : { why }) };
}

function reason(state: string | undefined, uid: number): string | undefined {
  const own = process.getuid?.();
  if (own !== 0 && own !== uid && Number.isInteger(uid)) return `runs as ${uid === 0 ? 'root' : `the user ${uid}`}`;
  return state !== undefined && /^[DU]/.test(state) ? 'waits in the kernel (uninterruptible sleep)' : undefined;
}
