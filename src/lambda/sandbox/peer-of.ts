import { readdirSync } from 'node:fs';
import { holdsSocket, type LoopbackPorts, peerSocket } from '../../process/loopback-peer.js';
import { withDescendants } from './process/process-memory.js';

/**
 * Who is at the other side of a connection: a process of the sandbox, another one of this machine, one that has gone before it
 * could be seen, or somebody that this system does not tell of.
 */
export type Peer = { readonly kind: 'own' | 'gone' | 'unknown' } | { readonly kind: 'foreign'; readonly pid: number };

/**
 * Finds out who has connected. Linux only.
 * @param roots the processes that the sandbox has started; those that descend from them are its own too
 * @param strays finds those of its processes that have left them
 */
export function peerOf(ports: LoopbackPorts, roots: readonly number[], strays: () => readonly number[]): Peer {
  if (process.platform !== 'linux') return { kind: 'unknown' };
  const socket = peerSocket(ports);
  if (socket === undefined) return { kind: 'unknown' };
  if (socket === 'none') return { kind: 'gone' };
  const holds = (pid: number): boolean => holdsSocket(pid, socket);
  // Whoever has started this process may do what this process may.
  if (withDescendants(roots).some(holds) || strays().some(holds) || holds(process.pid)) return { kind: 'own' };
  const pid = readdirSync('/proc').map(Number).filter(Number.isInteger).find(holds);
  return pid === undefined ? { kind: 'unknown' } : { kind: 'foreign', pid };
}
