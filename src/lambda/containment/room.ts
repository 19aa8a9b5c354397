import { readFileSync } from 'node:fs';
import type { EnclosedEnd, EnclosedProgram, Enclosure, Stdio } from '../../process/enclosure.js';
import { endEnclosed } from '../../process/end-group.js';
import { mountSteps, type RoomLayout, roomUser } from './room-layout.js';
import type { RoomPlan, RoomStep } from './room-plan.js';
import { type Mechanism, type RoomProcess, type RoomServer, startInRoom } from './room-process.js';

/** How rooms are made on this machine, and for whom. */
export interface RoomBasis {
  readonly mechanism: Mechanism;
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
  /** Whose number programs see as their own: that of Lambda's user, or this user's. */
  readonly user: 'lambda' | 'own';
}

/** How rooms are made, and what is in them. */
export interface RoomSettings extends RoomBasis {
  readonly layout: RoomLayout;
  /** All that programs reach by network, each on a loopback of the room's own; by default they have the network of this process. */
  readonly servers?: readonly RoomServer[];
}

/**
 * A room for the programs of one execution environment: they see Lambda's file system, and nothing of the machine's other
 * processes. Everything in it ends with it, whatever it has done to live on.
 */
export class Room implements Enclosure {
  readonly #basis: RoomBasis;
  /** What is in it; `undefined` until it is known. */
  #layout: RoomLayout | undefined;
  readonly #findLayout: () => Promise<RoomLayout>;
  readonly #servers: readonly RoomServer[] | undefined;
  /** What keeps the room while programs come and go. */
  #keeper: RoomProcess | undefined;

  private constructor(
    basis: RoomBasis,
    findLayout: () => Promise<RoomLayout>,
    { layout, servers }: Partial<Pick<RoomSettings, 'layout' | 'servers'>> = {},
  ) {
    this.#basis = basis;
    this.#findLayout = findLayout;
    this.#layout = layout;
    this.#servers = servers;
  }

  static of({ layout, servers, ...basis }: RoomSettings): Room {
    return new Room(basis, async () => layout, { layout, ...(servers === undefined ? {} : { servers }) });
  }

  /**
   * A room of which it is found out what is in it while what makes it starts. Its program is started before the room is whole: it
   * must do nothing of the project's until it is (`made`).
   */
  static late(basis: RoomBasis, findLayout: () => Promise<RoomLayout>): Room {
    return new Room(basis, findLayout);
  }

  get mechanism(): Mechanism {
    return this.#basis.mechanism;
  }

  /** The process that keeps the room while programs come and go, if one does. */
  get pid(): number | undefined {
    return this.#keeper?.child.pid;
  }

  /** Whether another room has the same in it, as far as is known. */
  isLike(other: Room): boolean {
    if (this.#servers !== undefined || other.#servers !== undefined) return false;
    if (this.#layout === undefined || other.#layout === undefined) return false;
    const [own, its] = [this, other].map((room) => JSON.stringify([Object.entries(room.#basis).sort(), room.#layout]));
    return own === its;
  }

  /** Makes the room for several programs. Without this, the room is made for the first program and ends with it. */
  open(): RoomProcess {
    this.#keeper ??= this.#enter(this.#plan([]), [], this.#servers);
    return this.#keeper;
  }

  /** Starts a program. Where the room can't be made, the end of the process says so. */
  start(program: EnclosedProgram, stdio: Stdio): RoomProcess {
    const run = programSteps(program);
    const keeper = this.#keeper;
    if (keeper === undefined) return this.#enter(this.#plan(run), stdio, this.#servers);
    // Before the room is made, its first process still sees the machine.
    const settings = Promise.all([keeper.first, keeper.made]).then(async ([pid, isMade]): Promise<RoomStep[]> => {
      if (pid === undefined || !isMade) throw new Error(faultOf(await keeper.ended));
      const network: RoomStep[] = this.#servers === undefined ? [] : [['network']];
      return [['join', String(pid)], ...network, ...this.#userSteps(), ...run];
    });
    return this.#enter({ settings }, stdio);
  }

  /** Ends the room and all that is in it. */
  async end(): Promise<void> {
    const keeper = this.#keeper;
    if (keeper === undefined) return;
    this.#keeper = undefined;
    await endEnclosed(keeper);
  }

  #enter(plan: RoomPlan, stdio: Stdio, servers?: readonly RoomServer[]): RoomProcess {
    return startInRoom(this.#basis.runtimes, this.#basis.mechanism, plan, stdio, servers);
  }

  #plan(run: readonly RoomStep[]): RoomPlan {
    const early: RoomStep[] = this.#layout === undefined ? [['early']] : [];
    return {
      settings: [['room'], ...early, ...this.#networkSteps(), ...this.#mapSteps(), ...this.#userSteps(), ...run],
      mounts: this.#mounts(),
    };
  }

  /** What makes the room is started before this is asked for. */
  async #mounts(): Promise<RoomStep[]> {
    await undefined;
    this.#layout ??= await this.#findLayout();
    const { mechanism, user } = this.#basis;
    const own = mechanism === 'user-namespaces' && user === 'lambda' ? accountSteps() : [];
    return [...mountSteps(this.#layout), ...own];
  }

  #networkSteps(): RoomStep[] {
    return this.#servers === undefined ? [] : [['network', ...this.#servers.map(({ port }) => String(port))]];
  }

  /** Who this user is in the room. */
  #mapSteps(): RoomStep[] {
    if (this.#basis.mechanism === 'sudo') return [];
    const own = { uid: process.getuid?.(), gid: process.getgid?.() };
    const { uid, gid } = this.#basis.user === 'lambda' ? roomUser : own;
    return [['map', String(process.getuid?.()), String(uid), String(process.getgid?.()), String(gid)]];
  }

  /** Root becomes this user again. */
  #userSteps(): RoomStep[] {
    if (this.#basis.mechanism !== 'sudo') return [];
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
