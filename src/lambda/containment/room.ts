import { readFileSync } from 'node:fs';
import type { EnclosedEnd, EnclosedProgram, Enclosure, Stdio } from '../../process/enclosure.js';
import { endEnclosed } from '../../process/end-group.js';
import { mountSteps, type RoomLayout, roomUser } from './room-layout.js';
import type { RoomStep } from './room-plan.js';
import { type Mechanism, type RoomProcess, startInRoom } from './room-process.js';

/** How rooms are made on this machine, and what is in them. */
export interface RoomSettings {
  readonly mechanism: Mechanism;
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
  readonly layout: RoomLayout;
  /** Whose number programs see as their own: that of Lambda's user, or this user's. */
  readonly user: 'lambda' | 'own';
}

/**
 * A room for the programs of one execution environment: they see Lambda's file system, and nothing of the machine's other
 * processes. Everything in it ends with it, whatever it has done to live on.
 */
export class Room implements Enclosure {
  readonly #settings: RoomSettings;
  /** What keeps the room while programs come and go. */
  #keeper: RoomProcess | undefined;

  constructor(settings: RoomSettings) {
    this.#settings = settings;
  }

  get mechanism(): Mechanism {
    return this.#settings.mechanism;
  }

  /** The process that keeps the room while programs come and go, if one does. */
  get pid(): number | undefined {
    return this.#keeper?.child.pid;
  }

  /** Whether another room has the same in it. */
  isLike(other: Room): boolean {
    return JSON.stringify(this.#settings) === JSON.stringify(other.#settings);
  }

  /** Makes the room for several programs. Without this, the room is made for the first program and ends with it. */
  open(): RoomProcess {
    this.#keeper ??= this.#enter(this.#plan([]), []);
    return this.#keeper;
  }

  /** Starts a program. Where the room can't be made, the end of the process says so. */
  start(program: EnclosedProgram, stdio: Stdio): RoomProcess {
    const run = programSteps(program);
    const keeper = this.#keeper;
    if (keeper === undefined) return this.#enter(this.#plan(run), stdio);
    // Before the room is made, its first process still sees the machine.
    const plan = Promise.all([keeper.first, keeper.made]).then(async ([pid, isMade]): Promise<RoomStep[]> => {
      if (pid === undefined || !isMade) throw new Error(faultOf(await keeper.ended));
      return [['join', String(pid)], ...this.#userSteps(), ...run];
    });
    return this.#enter(plan, stdio);
  }

  /** Ends the room and all that is in it. */
  async end(): Promise<void> {
    const keeper = this.#keeper;
    if (keeper === undefined) return;
    this.#keeper = undefined;
    await endEnclosed(keeper);
  }

  #enter(plan: readonly RoomStep[] | Promise<readonly RoomStep[]>, stdio: Stdio): RoomProcess {
    return startInRoom(this.#settings.runtimes, this.#settings.mechanism, plan, stdio);
  }

  #plan(run: readonly RoomStep[]): RoomStep[] {
    const { mechanism, user } = this.#settings;
    const own = mechanism === 'user-namespaces' && user === 'lambda' ? accountSteps() : [];
    return [['room'], ...this.#mapSteps(), ...this.#userSteps(), ...run, ...mountSteps(this.#settings.layout), ...own];
  }

  /** Who this user is in the room. */
  #mapSteps(): RoomStep[] {
    if (this.#settings.mechanism === 'sudo') return [];
    const own = { uid: process.getuid?.(), gid: process.getgid?.() };
    const { uid, gid } = this.#settings.user === 'lambda' ? roomUser : own;
    return [['map', String(process.getuid?.()), String(uid), String(process.getgid?.()), String(gid)]];
  }

  /** Root becomes this user again. */
  #userSteps(): RoomStep[] {
    if (this.#settings.mechanism !== 'sudo') return [];
    const groups = process.getgroups?.() ?? [];
    return [['user', String(process.getuid?.()), String(process.getgid?.()), ...groups.map(String)]];
  }
}

/** Why a room is not there. */
export function faultOf(end: EnclosedEnd): string {
  return end.kind === 'failed' ? end.reason : 'it ended';
}

function programSteps({ command, args, environment, workingDirectory, passed }: EnclosedProgram): RoomStep[] {
  return [
    ['pass', ...passed.map(String)],
    ['environment', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`)],
    ['run', workingDirectory, command, command, ...args],
  ];
}

/** The account of Lambda's user, beside those of the machine: programs look for their own. */
function accountSteps(): RoomStep[] {
  const { name, uid, gid } = roomUser;
  return [
    accountFile('/etc/passwd', uid, `${name}:x:${uid}:${gid}::/home/${name}:/sbin/nologin`),
    accountFile('/etc/group', gid, `${name}:x:${gid}:`),
  ];
}

function accountFile(path: string, id: number, account: string): RoomStep {
  const lines = read(path)
    .split('\n')
    .filter((line) => line !== '' && line.split(':')[2] !== String(id));
  return ['file', path, `${[...lines, account].join('\n')}\n`];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
