import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mechanism } from '../../../src/lambda/containment/room-process.js';

/** Somebody that rooms are made as, in a way of theirs. */
export interface RoomMaker extends Disposable {
  readonly title: string;
  readonly mechanism: Mechanism;
  /** What to put before a command so that this user runs it. */
  readonly prefix: readonly string[];
}

/** The number of an ordinary user, whom the machine need not know. */
export const ordinary = 54_321;
/** A name of this process alone: test files run beside each other. */
const sudoer = `invoke-local-${process.pid}`;
const sudoers = `/etc/sudoers.d/${sudoer}`;

/**
 * The users of this machine that tests make rooms as. Root also makes rooms as an ordinary user, and as one with `sudo`, who is made for
 * it and has to be disposed of.
 * @param only the mechanism that tests are about; by default both
 */
export function roomMakers(only?: Mechanism): RoomMaker[] {
  if (process.platform !== 'linux') return [];
  const mechanism = 'user-namespaces';
  const own = { title: 'this user', mechanism, prefix: [], [Symbol.dispose]: () => {} } as const;
  if (process.getuid?.() !== 0) return [own];
  const prefix = ['setpriv', `--reuid=${ordinary}`, `--regid=${ordinary}`, '--clear-groups'];
  const makers: RoomMaker[] = [
    { ...own, title: 'root' },
    { ...own, title: 'an ordinary user', prefix },
  ];
  if (only === mechanism) return makers;
  if (!existsSync('/usr/bin/sudo') || !existsSync('/usr/sbin/useradd')) {
    console.warn('There is no sudo on this machine: rooms that it makes are not tested.');
    return makers;
  }
  return [
    ...makers,
    { title: 'a user with sudo', mechanism: 'sudo', prefix: asSudoer(), [Symbol.dispose]: removeSudoer },
  ];
}

/** Makes a user who may use sudo without a password. */
function asSudoer(): string[] {
  removeSudoer();
  changeUsers('/usr/sbin/useradd', '--no-create-home', sudoer);
  writeFileSync(sudoers, `${sudoer} ALL=(ALL) NOPASSWD:ALL\n`, { mode: 0o440 });
  return ['setpriv', `--reuid=${sudoer}`, `--regid=${sudoer}`, '--init-groups'];
}

function removeSudoer(): void {
  rmSync(sudoers, { force: true });
  changeUsers('/usr/sbin/userdel', '--force', sudoer);
}

/** One change at a time: these programs give up where another one has the list of users. */
function changeUsers(...command: readonly string[]): void {
  spawnSync('flock', [join(tmpdir(), 'invoke-local-users.lock'), ...command]);
}
