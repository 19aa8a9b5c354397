import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findMechanism } from '../../src/lambda/containment/mechanism.js';
import type { RoomSettings } from '../../src/lambda/containment/room.js';
import type { Launch } from '../../src/lambda/sandbox/process/launch.js';
import { repositoryRoot } from '../paths.js';

const runtimes = join(repositoryRoot, 'runtimes');
const found = await findMechanism({ runtimes, layout: { shown: [], hidden: [] } });
if (found.kind === 'none') console.warn(`Our bootstraps are compared without containment alone: ${found.reason}`);

/** What is in a room for our bootstrap. */
interface RoomNeeds {
  readonly taskRoot: string;
  readonly command: string;
  /** What it may write to beside its `/tmp`. */
  readonly writable: string;
}

/**
 * A room for our bootstrap, as functions are contained by default: the code is at its own place, since what is compared names it.
 * @returns `undefined` where this machine has no rooms
 */
export function roomFor({ taskRoot, command, writable }: RoomNeeds): RoomSettings | undefined {
  if (found.kind === 'none') return undefined;
  return {
    mechanism: found.mechanism,
    runtimes,
    user: 'lambda',
    layout: {
      taskRoot,
      taskAs: 'link',
      shown: [taskRoot, command, realpathSync(command)],
      hidden: [],
      writable: [writable],
      scratchMiB: 64,
    },
  };
}

/** A launch whose interpreter is named where it is, without links of folders on the way, which a room may not have. */
export function unlinked({ command, ...launch }: Launch): Launch {
  return { ...launch, command: join(realpathSync(dirname(command)), basename(command)) };
}
