import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { RoomSettings } from '../../../src/lambda/containment/room.js';
import type { RoomLayout } from '../../../src/lambda/containment/room-layout.js';
import type { EnclosedEnd } from '../../../src/process/enclosure.js';
import { repositoryRoot } from '../../paths.js';
import type { RoomMaker } from './users.js';

/** What to run in a room. */
export interface RoomErrand {
  readonly settings: RoomSettings;
  readonly scripts: readonly string[];
  /** Whether all run in the same room. */
  readonly isShared: boolean;
  /** The ports on which the room's network leads to us, who answer `port N` there; with this it has no other network. */
  readonly ports?: readonly number[];
  /** A program and its arguments, in the place of each script. */
  readonly files?: readonly string[];
}

/** What came of one script. */
export interface RoomAnswer {
  readonly printed: string;
  readonly end: EnclosedEnd;
}

const runtimes = join(repositoryRoot, 'runtimes');

/** The settings of a room for the code in a folder. */
export function roomSettings({ mechanism }: RoomMaker, folder: string, layout: Partial<RoomLayout> = {}): RoomSettings {
  return {
    mechanism,
    runtimes,
    user: 'lambda',
    layout: {
      taskRoot: folder,
      taskAs: 'folder',
      shown: [folder, repositoryRoot],
      hidden: [],
      scratchMiB: 16,
      ...layout,
    },
  };
}

/** Runs scripts as a user, in a room. */
export function runInRoom(
  maker: RoomMaker,
  settings: RoomSettings,
  scripts: readonly string[],
  more: Partial<RoomErrand> = {},
): RoomAnswer[] {
  const errand: RoomErrand = { settings, scripts, isShared: false, ...more };
  const driver = join(repositoryRoot, 'lib', 'test', 'lambda', 'containment', 'in-room.js');
  const [command = '', ...args] = [...maker.prefix, process.execPath, driver, JSON.stringify(errand)];
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: '/' });
  try {
    return JSON.parse(stdout) as RoomAnswer[];
  } catch {
    throw new Error(`The errand failed: ${stdout}${stderr}`);
  }
}
