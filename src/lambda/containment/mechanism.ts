import { accessSync, constants, readFileSync } from 'node:fs';
import { settlesWithin } from '../../process/settles-within.js';
import { Room, type RoomSettings } from './room.js';
import { type Mechanism, perl } from './room-process.js';

/** How programs can be contained here, or why they can't. */
export type FoundMechanism =
  | { readonly kind: 'found'; readonly mechanism: Mechanism }
  /** Worded to follow "because". */
  | { readonly kind: 'none'; readonly reason: string };

/** How long it may take to make a room, in ms. */
const probeLimitMs = 5_000;

/**
 * Finds how rooms are made on this machine, by making one that nothing runs in: user namespaces, where the kernel lets this
 * user have them, else `sudo`, where it asks for no password.
 */
export async function findMechanism({
  runtimes,
  layout,
}: Pick<RoomSettings, 'runtimes' | 'layout'>): Promise<FoundMechanism> {
  if (process.platform !== 'linux') return none(`${process.platform} has no namespaces`);
  if (process.arch !== 'x64' && process.arch !== 'arm64') return none(`it is not made for ${process.arch}`);
  if (!isExecutable(perl)) return none(`there is no ${perl}`);
  const denied = namespacesDenied();
  const reason = denied ?? (await roomFault({ runtimes, layout, user: 'lambda', mechanism: 'user-namespaces' }));
  if (reason === undefined) return { kind: 'found', mechanism: 'user-namespaces' };
  const namespaces = `this user can't have namespaces (${reason})`;
  if (!isExecutable('/usr/bin/sudo')) return none(`${namespaces}, and there is no sudo`);
  const refused = await roomFault({ runtimes, layout, user: 'lambda', mechanism: 'sudo' });
  if (refused === undefined) return { kind: 'found', mechanism: 'sudo' };
  return none(`${namespaces}, nor root by sudo without a password (${refused})`);
}

function none(reason: string): FoundMechanism {
  return { kind: 'none', reason };
}

/**
 * What the system's settings say against user namespaces, without trying: Ubuntu's since 23.10 (AppArmor), Debian's own, and
 * the kernel's (namespaces(7)).
 */
function namespacesDenied(): string | undefined {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && setting('kernel/apparmor_restrict_unprivileged_userns') === '1') return 'AppArmor restricts them';
  if (!isRoot && setting('kernel/unprivileged_userns_clone') === '0') return 'the system does not let it';
  return setting('user/max_user_namespaces') === '0' ? 'their number is limited to 0' : undefined;
}

function setting(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Why a room can't be made in one way; `undefined` if it can. */
async function roomFault(settings: RoomSettings): Promise<string | undefined> {
  const room = new Room(settings);
  const keeper = room.open();
  const fault = keeper.ended.then((end) => (end.kind === 'failed' ? end.reason : 'it ended'));
  let reason: string | undefined = 'it takes too long';
  const known = keeper.made.then(async (isMade) => {
    reason = isMade ? undefined : await fault;
  });
  await settlesWithin(known, probeLimitMs);
  await room.end();
  return reason;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
