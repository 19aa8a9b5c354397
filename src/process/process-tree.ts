import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** One process of this machine. */
interface ProcessEntry {
  readonly pid: number;
  readonly parentPid: number;
}

/**
 * The processes that descend from any of some processes, at this moment: children, their children, and so on.
 * Linux is asked by /proc, Windows by CIM, everything else by `ps`.
 * @param without processes that are left out, with all that descends from them
 */
export async function descendantsOf(
  rootPids: Iterable<number>,
  without: ReadonlySet<number> = new Set(),
): Promise<Set<number>> {
  const children = new Map<number, number[]>();
  for (const { pid, parentPid } of await processes()) {
    const siblings = children.get(parentPid);
    if (siblings === undefined) children.set(parentPid, [pid]);
    else siblings.push(pid);
  }
  const found = new Set<number>();
  const open = [...rootPids];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const pid of children.get(parent) ?? []) {
      if (found.has(pid) || without.has(pid)) continue;
      found.add(pid);
      open.push(pid);
    }
  }
  return found;
}

/**
 * The processes that were started with a variable in their environment, whoever their parent is by now.
 * Only Linux tells; elsewhere the set is empty.
 */
export async function processesWith(variable: string, value: string): Promise<Set<number>> {
  if (process.platform !== 'linux') return new Set();
  const setting = `${variable}=${value}`;
  const pids = await linuxPids();
  const marked = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return environment.split('\0').includes(setting);
    }),
  );
  return new Set(pids.filter((_, index) => marked[index]));
}

async function processes(): Promise<ProcessEntry[]> {
  if (process.platform === 'linux') return linuxProcesses();
  const [program, args]: [string, string[]] =
    process.platform === 'win32'
      ? ['powershell.exe', ['-NoProfile', '-Command', windowsListing]]
      : ['ps', ['-A', '-o', 'pid=,ppid=']];
  const listing = promisify(execFile)(program, args, { windowsHide: true, maxBuffer: 16 * 1024 * 1024 });
  const { stdout } = await listing;
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parentPid]) =>
      pid && parentPid !== undefined && pid !== listing.child.pid ? [{ pid, parentPid }] : [],
    );
}

const windowsListing =
  "Get-CimInstance Win32_Process | ForEach-Object { '{0} {1}' -f $_.ProcessId, $_.ParentProcessId }";

async function linuxProcesses(): Promise<ProcessEntry[]> {
  const entries = await Promise.all(
    (await linuxPids()).map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
      // `pid (name) state ppid …`, where the name may hold spaces and parentheses. A zombie is already gone.
      const [state, parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return { pid, parentPid: Number(parentPid), alive: state !== undefined && state !== '' && state !== 'Z' };
    }),
  );
  return entries.filter(({ alive }) => alive);
}

async function linuxPids(): Promise<number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}
