import type { ChildProcess } from 'node:child_process';
import { createServer, type Server, Socket } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { deferred } from '../../process/deferred.js';
import type { EnclosedEnd, EnclosedProcess, Stdio } from '../../process/enclosure.js';
import { spawnGroup } from '../../process/process-group.js';
import { settlesWithin } from '../../process/settles-within.js';
import { childrenOf } from '../sandbox/process/process-memory.js';
import { encodePlan, type RoomPlan, type RoomStep } from './room-plan.js';

/** How a room is made: with namespaces of this user's own, or by root, which `sudo` becomes without a password. */
export type Mechanism = 'user-namespaces' | 'sudo';

/** A room that was begun, by which it is known whether rooms can be made. */
export interface TriedRoom {
  readonly mechanism: Mechanism;
  readonly made: Promise<boolean>;
  /** Settles when what makes it was told what is in it. */
  readonly planned: Promise<void>;
}

/** A program in a room, and the processes that watch over it. It ends when this process does. */
export interface RoomProcess extends EnclosedProcess {
  /** The number of the room's first process, which has yet to make the room; `undefined` if it can't be. */
  readonly first: Promise<number | undefined>;
  /** Whether the room is made and the program, if there is one, being started. */
  readonly made: Promise<boolean>;
  /** Settles when the plan was handed over, or there is none. */
  readonly planned: Promise<void>;
  /** The program's own process and that of `first`, once it is started; `undefined` if it can't be. */
  readonly program: Promise<{ readonly pid: number; readonly firstPid: number } | undefined>;
}

/** A server of ours that programs reach in a room without a network: on its own port, on the room's loopback. */
export interface RoomServer {
  readonly port: number;
  /** Takes a connection from the room. It is paused. */
  accept(socket: Socket): void;
}

/** The program that makes rooms, which is part of Debian and Ubuntu. */
export const perl = '/usr/bin/perl';

/** The descriptor through which plans go to the room and reports come back. */
const controlDescriptor = 5;

/** How long reports are waited for after the process has ended, in ms. */
const reportLimitMs = 1_000;

/**
 * Starts what makes a room, or enters one, and runs a program in it.
 * @param stdio the program's descriptors 0 to 4; `room.pl` closes those of 3 and 4 that the plan does not pass
 * @param servers what a network of the room's own, which the plan makes, leads to
 */
export function startInRoom(
  runtimes: string,
  mechanism: Mechanism,
  { settings, mounts }: RoomPlan,
  stdio: Stdio,
  servers: readonly RoomServer[] = [],
): RoomProcess {
  const { promise: first, resolve: foundFirst } = deferred<number | undefined>();
  const { promise: made, resolve: isMade } = deferred<boolean>();
  const script = join(runtimes, 'containment', 'room.pl');
  const channel = servers.length === 0 ? [] : (['ipc'] as const);
  const channelArgs = channel.length === 0 ? [] : ['channel'];
  const given = Array.from({ length: controlDescriptor }, (_, index) => stdio[index] ?? ('ignore' as const));
  const child = spawnGroup(perl, [script, process.arch, ...(mechanism === 'sudo' ? ['sudo', ...channelArgs] : [])], {
    cwd: '/',
    env: {},
    stdio: [...given, 'pipe', ...channel],
  });
  const listeners = listenFor(servers, child);
  const control = (child.stdio as readonly unknown[])[controlDescriptor];
  let end: EnclosedEnd | undefined;
  let isLeft = false;
  const exited = new Promise<EnclosedEnd>((resolve) => {
    child.once('error', (error) => resolve({ kind: 'failed', reason: error.message }));
    child.once('exit', (code, signal) => {
      resolve(signal === null ? { kind: 'exit', code: code ?? 0 } : { kind: 'signal', signal });
    });
  });
  const take = (line: string): void => {
    const [word = ''] = line.split(' ', 1);
    const rest = line.slice(word.length + 1);
    if (word === 'room') foundFirst(Number(rest));
    else if (word === 'started') isMade(true);
    else end ??= readEnd(word, rest);
  };
  const closed = deferred<void>();
  if (control instanceof Socket) {
    control.once('close', () => closed.resolve());
    let text = '';
    control.setEncoding('utf8').on('error', () => {});
    control.on('data', (chunk: string) => {
      const lines = (text + chunk).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
  }
  const tell = (steps: readonly RoomStep[]): void => {
    if (control instanceof Socket) control.write(encodePlan(steps));
  };
  const giveUp = (error: Error): void => {
    end ??= { kind: 'failed', reason: error.message };
    if (control instanceof Socket) control.destroy();
  };
  const planned = (async () => {
    tell(settings instanceof Promise ? await settings : settings);
    if (mounts !== undefined) tell(await mounts);
  })().catch(giveUp);
  const ended = exited.then(async (how): Promise<EnclosedEnd> => {
    if (how.kind !== 'failed') await settlesWithin(closed.promise, reportLimitMs);
    for (const listener of listeners) listener.close();
    foundFirst(undefined);
    isMade(false);
    if (end !== undefined || how.kind !== 'exit') return end ?? how;
    return isLeft ? { kind: 'signal', signal: 'SIGKILL' } : { kind: 'failed', reason: 'its report is missing' };
  });
  const leave = (): void => {
    isLeft = true;
    if (control instanceof Socket) control.destroy();
  };
  const program = Promise.all([first, made]).then(([firstPid, isRunning]) => {
    const [pid] = firstPid === undefined || !isRunning ? [] : childrenOf(firstPid);
    return firstPid === undefined || pid === undefined ? undefined : { pid, firstPid };
  });
  return { child, first, made, planned, program, ended, leave };
}

/** Serves the listening sockets that a room hands over, each with the number of its port. */
function listenFor(servers: readonly RoomServer[], child: ChildProcess): readonly Server[] {
  const listeners: Server[] = [];
  child.on('message', (port, handle) => {
    const server = servers.find((each) => String(each.port) === port);
    if (server === undefined || handle === undefined) return;
    const listener = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => server.accept(socket));
    listeners.push(listener.on('error', () => {}).listen(handle));
  });
  return listeners;
}

function readEnd(word: string, rest: string): EnclosedEnd | undefined {
  if (word === 'exit') return { kind: 'exit', code: Number(rest) };
  if (word === 'signal') return { kind: 'signal', signal: nameOf(constants.signals, Number(rest), 'SIGKILL') };
  if (word === 'refused') return { kind: 'refused', code: nameOf(constants.errno, Number(rest), rest) };
  return word === 'failed' ? { kind: 'failed', reason: rest } : undefined;
}

function nameOf<Name extends string>(names: Readonly<Record<Name, number>>, number: number, other: Name): Name;
function nameOf(names: Readonly<Record<string, number>>, number: number, other: string): string;
function nameOf(names: Readonly<Record<string, number>>, number: number, other: string): string {
  return Object.keys(names).find((name) => names[name] === number) ?? other;
}
