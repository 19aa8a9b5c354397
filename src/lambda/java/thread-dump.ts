import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { MeetingPlace } from './attach-file.js';
import { type HotSpot, hotSpotOf } from './hotspot.js';

/** How long a JVM may take to tell its threads. */
export const dumpLimitMs = 500;

/** The longest text that is read of it, in bytes: some thousands of threads. */
const maxDumpBytes = 4 * 1024 * 1024;

/** How often is looked whether the JVM listens. */
const lookEveryMs = 5;

/**
 * The threads of a JVM as `jstack` prints them, asked for by the protocol that `jstack` itself uses: a file and a signal have the JVM
 * listen on a Unix socket, where it is asked in version 1 of the protocol (OpenJDK's `VirtualMachineImpl.java` and
 * `attachListener_posix.cpp`). Nothing is loaded into it, and it stands still only while it writes its frames down.
 * @param pid a process of this machine
 * @returns `undefined` where the process is no such JVM, or does not tell in time
 */
export async function threadDump(pid: number, limitMs: number = dumpLimitMs): Promise<string | undefined> {
  const jvm = process.platform === 'linux' ? hotSpotOf(pid) : undefined;
  if (jvm === undefined) return undefined;
  const limit = new AbortController();
  const asked = askForThreads(jvm, limit.signal).catch(() => undefined);
  const timer = new AbortController();
  const late = delay(limitMs, undefined, { signal: timer.signal }).catch(() => undefined);
  const told = await Promise.race([asked, late]);
  limit.abort();
  timer.abort();
  return told;
}

/** @throws where the JVM can't be reached, or the limit is over */
async function askForThreads(jvm: HotSpot, limit: AbortSignal): Promise<string | undefined> {
  const place = MeetingPlace.open(jvm);
  try {
    const socket = place.socket ?? (await haveListen(jvm, place));
    return socket === undefined || limit.aborted ? undefined : await ask(socket, limit);
  } finally {
    place.close();
  }
}

/**
 * Has the JVM listen. The file stays until it does, however late that is: a JVM that finds the signal and no file prints its
 * threads into the log.
 * @returns `undefined` where it must not be sent the signal, or has ended
 */
async function haveListen(jvm: HotSpot, place: MeetingPlace): Promise<string | undefined> {
  if (!jvm.heedsSignal) return undefined;
  place.invite();
  try {
    process.kill(jvm.pid, 'SIGQUIT');
    while (isAlive(jvm.pid)) {
      const { socket } = place;
      if (socket !== undefined) return socket;
      await delay(lookEveryMs, undefined, { ref: false });
    }
    return undefined;
  } finally {
    place.withdraw();
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @throws where the connection breaks, or the limit is over */
function ask(socket: string, limit: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const connection = connect({ path: socket, signal: limit });
    const pieces: Buffer[] = [];
    let bytes = 0;
    connection.on('error', reject);
    connection.on('data', (piece: Buffer) => {
      bytes += piece.length;
      pieces.push(piece);
      if (bytes > maxDumpBytes) connection.destroy();
    });
    connection.on('close', () => {
      const text = Buffer.concat(pieces).toString('utf8');
      // The first line is the result, in which 0 means that what follows was asked for.
      resolve(bytes <= maxDumpBytes && text.startsWith('0\n') ? text.slice(2) : undefined);
    });
    // The version, the command, and its three arguments, each with a zero behind it.
    connection.write('1\0threaddump\0\0\0\0');
  });
}
