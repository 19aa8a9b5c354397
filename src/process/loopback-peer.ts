import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The two ends of a connection over the loopback. */
export interface LoopbackPorts {
  /** That of the other side. */
  readonly peer: number;
  readonly own: number;
}

/**
 * The socket at the other side of a connection over the loopback, by its number (proc(5), `/proc/net/tcp`; a client may also have
 * come by IPv6). Linux only.
 * @returns `'none'` if nobody holds it any more; `undefined` if the system does not tell
 */
export function peerSocket({ peer, own }: LoopbackPorts): string | undefined {
  const between = new RegExp(`:${hex(peer)} [0-9A-F]+:${hex(own)} (?:\\S+ +){4}\\d+ +\\d+ +(\\d+)`);
  let isTold = false;
  // Each takes the system longer than all else that is done here.
  for (const name of ['tcp', 'tcp6']) {
    const table = textOf(`/proc/net/${name}`);
    const inode = table === undefined ? undefined : between.exec(table)?.[1];
    if (inode !== undefined) return inode === '0' ? 'none' : inode;
    isTold ||= table !== undefined;
  }
  return isTold ? 'none' : undefined;
}

/** Whether a process has a socket open, so far as it can be told. */
export function holdsSocket(pid: number, socket: string): boolean {
  const wanted = `socket:[${socket}]`;
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((descriptor) => linkOf(`${folder}/${descriptor}`) === wanted);
  } catch {
    return false;
  }
}

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
