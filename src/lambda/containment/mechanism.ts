import { settlesWithin } from '../../process/settles-within.js';
import { type FoundMechanism, isExecutable, namespacesDenied, sudo, unsupported } from './likely-mechanism.js';
import { faultOf, Room, type RoomSettings } from './room.js';

/** How long it may take to make a room, in ms. */
const probeLimitMs = 20_000;

/**
 * Finds how rooms are made on this machine, by making one that nothing runs in: user namespaces, where the kernel lets this
 * user have them, else `sudo`, where it asks for no password.
 */
export async function findMechanism(
  room: Pick<RoomSettings, 'runtimes' | 'layout' | 'servers'>,
): Promise<FoundMechanism> {
  const impossible = unsupported();
  if (impossible !== undefined) return none(impossible);
  const denied = namespacesDenied();
  const reason = denied ?? (await roomFault({ ...room, user: 'lambda', mechanism: 'user-namespaces' }));
  if (reason === undefined) return { kind: 'found', mechanism: 'user-namespaces' };
  const namespaces = `this user can't have namespaces (${reason})`;
  if (!isExecutable(sudo)) return none(`${namespaces}, and there is no sudo`);
  const refused = await roomFault({ ...room, user: 'lambda', mechanism: 'sudo' });
  if (refused === undefined) return { kind: 'found', mechanism: 'sudo' };
  return none(`${namespaces}, nor root by sudo without a password (${refused})`);
}

function none(reason: string): FoundMechanism {
  return { kind: 'none', reason };
}

/** Why a room can't be made in one way; `undefined` if it can. */
async function roomFault(settings: RoomSettings): Promise<string | undefined> {
  const room = Room.of(settings);
  const keeper = room.open();
  const fault = keeper.ended.then(faultOf);
  let reason: string | undefined = 'it takes too long';
  const known = keeper.made.then(async (isMade) => {
    reason = isMade ? undefined : await fault;
  });
  await settlesWithin(known, probeLimitMs);
  await room.end();
  return reason;
}
